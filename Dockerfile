# The program as an image; docs/operation.md shows how it serves a publication that is mounted at /publication.
FROM maven:3-eclipse-temurin-21 AS build
WORKDIR /build
COPY pom.xml .
COPY src/main src/main
RUN mvn -B -q -ntp -Dstyle.color=never -Dmaven.test.skip=true package

FROM eclipse-temurin:21-jre
COPY --from=build /build/target/torchgraph.jar /opt/torchgraph/torchgraph.jar
USER 10001:10001
EXPOSE 3030
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:-DontCompileHugeMethods", "-jar", "/opt/torchgraph/torchgraph.jar"]
CMD ["serve", "--publication", "/publication", "--host", "0.0.0.0"]
