package org.convergence.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.testing.FreePorts;

/** An empty Spring Boot application with the same starters, built in the same run. */
record EmptyApplication(Path folder) {

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>org.springframework.boot</groupId>
                <artifactId>spring-boot-starter-parent</artifactId>
                <version>%s</version>
                <relativePath/>
              </parent>
              <groupId>bench</groupId>
              <artifactId>empty</artifactId>
              <version>1</version>
              <properties><java.version>17</java.version></properties>
              <dependencies>%s</dependencies>
              <build>
                <finalName>empty</finalName>
                <plugins>
                  <plugin>
                    <groupId>org.springframework.boot</groupId>
                    <artifactId>spring-boot-maven-plugin</artifactId>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private static final List<String> OPTIONS = List.of("java", "-Xmx256m", "-XX:+UseSerialGC");
    private static final String JAR = "app/empty.jar";
    private static final String ARCHIVE = "app/classes.jsa";

    private static final String CODE = """
            package empty;

            @org.springframework.boot.autoconfigure.SpringBootApplication
            public class Empty {
                public static void main(String[] args) {
                    org.springframework.boot.SpringApplication.run(Empty.class, args);
                }
            }
            """;

    /** Builds it with the starters and versions of our own pom. */
    static EmptyApplication build(Path folder) throws IOException, InterruptedException {
        String ours = Files.readString(Path.of("pom.xml"));
        Files.createDirectories(folder.resolve("src/main/java/empty"));
        Files.writeString(folder.resolve("pom.xml"), POM.formatted(version(ours), starters(ours)));
        Files.writeString(folder.resolve("src/main/java/empty/Empty.java"), CODE);
        run(folder, Map.of(), List.of("mvn", "-q", "-B", "-DskipTests", "package"));
        run(
                folder,
                Map.of(),
                List.of(
                        "java",
                        "-Djarmode=tools",
                        "-jar",
                        "target/empty.jar",
                        "extract",
                        "--force",
                        "--destination",
                        "app"));
        return new EmptyApplication(folder);
    }

    private static String version(String pom) {
        int parent = pom.indexOf("<artifactId>spring-boot-starter-parent</artifactId>");
        int begin = pom.indexOf("<version>", parent) + "<version>".length();
        return pom.substring(begin, pom.indexOf("</version>", begin));
    }

    /** The dependencies that configure an application by their presence, without those only called. */
    private static String starters(String pom) {
        StringBuilder starters = new StringBuilder();
        for (String dependency : pom.split("<dependency>", -1)) {
            String body = dependency.split("</dependency>", 2)[0];
            boolean starter = body.contains("-starter")
                    || body.contains("<groupId>org.postgresql</groupId>")
                    || body.contains("flyway-database-postgresql");
            if (starter && !body.contains("<scope>test") && body.contains("<artifactId>") && !body.contains("parent")) {
                starters.append("<dependency>").append(body).append("</dependency>\n");
            }
        }
        return starters.toString();
    }

    /** Records the classes that a start loads, as {@code scripts/prepare-start} does for ours. */
    void prepare(BenchDatabase server) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(OPTIONS);
        command.addAll(List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-Dspring.context.exit=onRefresh", "-jar", JAR));
        run(folder, environment(server, 0), command);
    }

    /** Starts it on its own database of a running server. */
    BenchServer start(BenchDatabase server) throws IOException, InterruptedException {
        int port = FreePorts.next();
        List<String> command = new ArrayList<>(OPTIONS);
        command.addAll(List.of(
                "-XX:SharedArchiveFile=" + folder.resolve(ARCHIVE),
                "-jar",
                folder.resolve(JAR).toString()));
        return BenchServer.start(command, environment(server, port), port, "/login");
    }

    private static Map<String, String> environment(BenchDatabase server, int port) throws IOException {
        return Map.of(
                "SERVER_PORT", String.valueOf(port),
                "SPRING_DATASOURCE_URL", server.url("postgres"),
                "SPRING_DATASOURCE_USERNAME", "convergence_admin",
                "SPRING_DATASOURCE_PASSWORD", server.password("administrator"));
    }

    private static void run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().putAll(environment);
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException("The empty application cannot be built: " + command);
        }
    }
}
