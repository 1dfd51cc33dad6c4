package org.torchgraph.cli;

import java.util.Iterator;
import org.torchgraph.messages.InterfaceLanguages;

/** The values of {@code --lang}, which help texts list. */
final class ProgramLanguages implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return InterfaceLanguages.BUNDLED.codes().iterator();
    }
}
