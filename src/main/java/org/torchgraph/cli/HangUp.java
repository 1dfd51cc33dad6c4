package org.torchgraph.cli;

import java.lang.reflect.Proxy;

/**
 * The signal SIGHUP, by which operators ask a server to read its files again. The platform has signals in
 * {@code sun.misc} only, which the compiler warns of by name.
 */
final class HangUp {
    private HangUp() {}

    /** Calls back at each signal, in a thread of its own; does nothing on a system without this signal. */
    static void call(Runnable back) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object calling = Proxy.newProxyInstance(
                    HangUp.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            back.run();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), calling);
        } catch (ReflectiveOperationException noSuchSignal) {
            // Without it the files are read at the next start, or by --watch.
        }
    }
}
