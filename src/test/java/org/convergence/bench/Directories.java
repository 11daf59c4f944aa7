package org.convergence.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convergence.platform.database.Keyset;

/** Measures the directory of a federation, and one ten times as large: pages, searches, import and export. */
final class Directories {

    private static final int ORGANISATIONS = 5_000;
    private static final int PEOPLE = 100_000;
    private static final int FAR = 50_000;
    private static final String LIST = "/directory/people/persons";

    private final Path folder;

    Directories(Path folder) {
        this.folder = folder;
    }

    void measure(Findings findings) throws Exception {
        Dataset dataset = Dataset.directory(ORGANISATIONS, PEOPLE);
        String wanted = System.getProperty("bench.people", "pages,lists,form");
        try (Installation small = new Installation(folder.resolve("people"), dataset)) {
            small.start();
            small.fill();
            Visitor onSmall = small.coordinator();
            if (wanted.contains("pages")) {
                pages(small, onSmall, dataset, findings);
            }
            if (wanted.contains("lists")) {
                new ListOut(small, onSmall).measure(findings);
                new ListIn(small, onSmall).measure(findings);
            }
            if (wanted.contains("form")) {
                new PublicForm(small).measure(findings);
            }
        }
    }

    private void pages(Installation small, Visitor onSmall, Dataset dataset, Findings findings) throws Exception {
        try (Installation large = new Installation(folder.resolve("people-tenfold"), dataset.times(10))) {
            large.start();
            large.fill();
            Visitor onLarge = large.coordinator();
            Pages pages = new Pages(small, large, findings);
            for (Map.Entry<String, Pages.Address> page : addresses().entrySet()) {
                pages.measure(page.getKey(), onSmall, onLarge, page.getValue());
            }
        }
    }

    private static Map<String, Pages.Address> addresses() {
        Map<String, Pages.Address> pages = new LinkedHashMap<>();
        pages.put("people, first page", database -> LIST);
        pages.put("people, after row 50,000", database -> LIST + "?after=" + cursor(database));
        pages.put("search among people, an accent missing and a letter wrong", database -> "/search?q=elodie+berart");
        pages.put("search in the list of people", database -> LIST + "?q=elodie+berart");
        pages.put("a person’s page", database -> LIST + "/" + middle(database, "id"));
        return pages;
    }

    private static String middle(Database database, String column) throws SQLException, IOException {
        return database.one(
                "SELECT " + column + " FROM directory.people_person ORDER BY sort_name COLLATE \"fr-CA-x-icu\","
                        + " id OFFSET " + (FAR - 1) + " LIMIT 1");
    }

    private static String cursor(Database database) throws SQLException, IOException {
        return Keyset.of(middle(database, "sort_name"), middle(database, "id")).encode();
    }
}
