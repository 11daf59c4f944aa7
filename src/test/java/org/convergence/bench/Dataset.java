package org.convergence.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The data of an organisation after several years (plans, realisations, hours, meetings, advocacy, safety, education, gifts, agreements, projects, events, newsletters), as SQL statements. */
record Dataset(int years, int realisations, int organisations, int people, List<String> parts) {

    private static final List<String> WHOLE = List.of(
            "begin",
            "plan",
            "time",
            "assembly",
            "advocacy",
            "safety",
            "education",
            "gift",
            "grant",
            "project",
            "event",
            "outreach",
            "calendar",
            "end");
    private static final List<String> DIRECTORY = List.of("begin", "directory", "end");
    private static final String NOTE = "dataset.done";

    Dataset {
        parts = List.copyOf(parts);
    }

    /** All data of an organisation. */
    static Dataset ofOrganisation(int years, int realisations, int organisations, int people) {
        return new Dataset(years, realisations, organisations, people, WHOLE);
    }

    /** The directory of a federation only. */
    static Dataset ofDirectory(int organisations, int people) {
        return new Dataset(1, 0, organisations, people, DIRECTORY);
    }

    /** The same data multiplied, as of an organisation that much older. */
    Dataset times(int factor) {
        return new Dataset(years * factor, realisations * factor, organisations, people * factor, parts);
    }

    /**
     * Whether a data directory was filled by these statements and with the present migrations; migrating an older one
     * would take longer than filling.
     */
    boolean isIn(Path dataDir) throws IOException {
        Path note = dataDir.resolve(NOTE);
        return Files.exists(note) && Files.readString(note).equals(fingerprint());
    }

    void markFilled(Path dataDir) throws IOException {
        Files.writeString(dataDir.resolve(NOTE), fingerprint());
    }

    private String fingerprint() throws IOException {
        StringBuilder all = new StringBuilder(migrations()).append(this);
        for (String part : parts) {
            all.append(sql(part));
        }
        return Integer.toHexString(all.toString().hashCode());
    }

    private static String migrations() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            return files.map(Path::toString).sorted().collect(Collectors.joining("\n"));
        }
    }

    void fill(Connection administrator) throws SQLException, IOException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("SET work_mem = '256MB'");
            statement.execute("SET maintenance_work_mem = '256MB'");
            administrator.setAutoCommit(false);
            for (String part : parts) {
                statement.execute(sql(part));
            }
            administrator.commit();
            administrator.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
        }
    }

    private String sql(String part) throws IOException {
        try (InputStream in = Dataset.class.getResourceAsStream("dataset_" + part + ".sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("%YEARS%", String.valueOf(years))
                    .replace("%REALISATIONS%", String.valueOf(realisations))
                    .replace("%ORGANISATIONS%", String.valueOf(organisations))
                    .replace("%PEOPLE%", String.valueOf(people));
        }
    }
}
