package org.convergence.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The queries of one page, taken from the server's log, to be run again without the application. */
record PageQueries(List<RecordedQuery> queries) {

    private static final Pattern EXECUTED = Pattern.compile("execute [^:]*: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (?:'([^']*+(?:''[^']*+)*+)'|NULL)");
    private static final Pattern PLACE = Pattern.compile("\\$\\d+");
    private static final Pattern UNNESTED = Pattern.compile("unnest\\([^()]*\\)");
    private static final Pattern IDS = Pattern.compile("\\{[0-9a-f]{8}-[0-9a-f]{4}-");
    private static final Pattern DAYS = Pattern.compile("\\{\\d{4}-\\d{2}-\\d{2}");
    private static final JsonMapper JSON = new JsonMapper();

    /** A query with its parameters in order. */
    record RecordedQuery(String sql, List<@Nullable String> parameters) {}

    /** Opens a page. */
    interface PageOpener {
        void open() throws IOException, InterruptedException;
    }

    /** Makes the server log its queries while a page is opened. */
    static PageQueries record(BenchDatabase database, PageOpener page)
            throws SQLException, IOException, InterruptedException {
        try (Connection admin = database.administrator("convergence");
                Statement statement = admin.createStatement()) {
            statement.execute("ALTER SYSTEM SET log_destination = 'jsonlog'");
            statement.execute("ALTER SYSTEM SET log_statement = 'all'");
            statement.execute("ALTER SYSTEM SET log_parameter_max_length = -1");
            statement.execute("SELECT pg_reload_conf()");
            Thread.sleep(1_000);
            long before = size(database);
            page.open();
            Thread.sleep(500);
            List<RecordedQuery> queries = read(database, before);
            statement.execute("ALTER SYSTEM RESET ALL");
            statement.execute("SELECT pg_reload_conf()");
            Thread.sleep(500);
            return new PageQueries(queries);
        }
    }

    private static long size(BenchDatabase database) throws IOException {
        return Files.size(log(database));
    }

    private static Path log(BenchDatabase database) throws IOException {
        try (DirectoryStream<Path> logs =
                Files.newDirectoryStream(database.dataDir().resolve("postgres/log"), "*.json")) {
            return logs.iterator().next();
        }
    }

    private static List<RecordedQuery> read(BenchDatabase database, long from) throws IOException {
        List<RecordedQuery> queries = new ArrayList<>();
        byte[] all = Files.readAllBytes(log(database));
        String text = new String(all, (int) from, (int) (all.length - from), java.nio.charset.StandardCharsets.UTF_8);
        for (String line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                JsonNode entry = JSON.readTree(line);
                Matcher executed = EXECUTED.matcher(entry.path("message").asString(""));
                boolean ours = entry.path("application_name").asString("").equals("convergence");
                if (ours && executed.matches() && isQuery(executed.group(1))) {
                    queries.add(query(executed.group(1), entry.path("detail").asString("")));
                }
            }
        }
        return queries;
    }

    private static boolean isQuery(String sql) {
        String start =
                sql.strip().substring(0, Math.min(6, sql.strip().length())).toUpperCase(java.util.Locale.ROOT);
        return start.startsWith("SELECT")
                || start.startsWith("WITH")
                || start.startsWith("BEGIN")
                || start.startsWith("COMMIT");
    }

    private static RecordedQuery query(String sql, String detail) {
        Map<Integer, @Nullable String> given = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(detail);
        while (parameter.find()) {
            String text = parameter.group(2);
            given.put(Integer.valueOf(parameter.group(1)), text == null ? null : text.replace("''", "'"));
        }
        List<@Nullable String> ordered = new ArrayList<>();
        Matcher place = PLACE.matcher(sql);
        while (place.find()) {
            ordered.add(given.get(number(place.group())));
        }
        // The log gives only the value of a parameter; a list has nothing else that tells its type.
        String typed = UNNESTED.matcher(sql.replace("?", "??"))
                .replaceAll(list -> Matcher.quoteReplacement(PLACE.matcher(list.group())
                        .replaceAll(each -> "?::" + typeOf(given.get(number(each.group()))))));
        return new RecordedQuery(PLACE.matcher(typed).replaceAll("?"), ordered);
    }

    private static Integer number(String place) {
        return Integer.valueOf(place.substring(1));
    }

    private static String typeOf(@Nullable String list) {
        boolean ids = list == null || list.equals("{}") || IDS.matcher(list).lookingAt();
        return ids ? "uuid[]" : DAYS.matcher(list).lookingAt() ? "date[]" : "text[]";
    }

    /** Runs all queries one after the other, and reads every value of the results. */
    int runAll(Connection connection) throws SQLException {
        int words = 0;
        for (RecordedQuery query : queries) {
            try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
                for (int i = 0; i < query.parameters().size(); i++) {
                    statement.setObject(i + 1, query.parameters().get(i), Types.OTHER);
                }
                words += statement.execute() ? words(statement) : 0;
            }
        }
        return words;
    }

    private static int words(PreparedStatement statement) throws SQLException {
        int words = 0;
        try (var rows = statement.getResultSet()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    words += rows.getString(i) == null ? 0 : 1;
                }
            }
        }
        return words;
    }
}
