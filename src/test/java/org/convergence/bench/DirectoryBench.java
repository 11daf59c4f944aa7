package org.convergence.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convergence.platform.database.Keyset;

/** Measures the directory of a federation, and one ten times as large: pages, searches, import and export. */
final class DirectoryBench {

    private static final int ORGANISATIONS = 5_000;
    private static final int PEOPLE = 100_000;
    private static final int FAR = 50_000;
    private static final String LIST = "/directory/people/persons";

    private final Path folder;

    DirectoryBench(Path folder) {
        this.folder = folder;
    }

    void measure(BenchReport findings) throws Exception {
        Dataset dataset = Dataset.ofDirectory(ORGANISATIONS, PEOPLE);
        String wanted = System.getProperty("bench.people", "pages,lists,form,sign");
        try (BenchInstallation small = new BenchInstallation(folder.resolve("people"), dataset)) {
            small.start();
            small.fill();
            HttpVisitor onSmall = small.signInCoordinator();
            if (wanted.contains("pages")) {
                pages(small, onSmall, dataset, findings);
            }
            if (wanted.contains("lists")) {
                new ListExportBench(small, onSmall).measure(findings);
                new ListImportBench(small, onSmall).measure(findings);
            }
            if (wanted.contains("form")) {
                new PublicFormBench(small).measure(findings);
            }
            if (wanted.contains("sign")) {
                new SignOnBench(small, new PublicFormBench(small)).measure(findings);
            }
        }
    }

    private void pages(BenchInstallation small, HttpVisitor onSmall, Dataset dataset, BenchReport findings)
            throws Exception {
        try (BenchInstallation large = new BenchInstallation(folder.resolve("people-tenfold"), dataset.times(10))) {
            large.start();
            large.fill();
            HttpVisitor onLarge = large.signInCoordinator();
            PageBench pages = new PageBench(small, large, findings);
            for (Map.Entry<String, PageBench.BenchPageAddress> page :
                    addresses().entrySet()) {
                pages.measure(page.getKey(), onSmall, onLarge, page.getValue());
            }
        }
    }

    private static Map<String, PageBench.BenchPageAddress> addresses() {
        Map<String, PageBench.BenchPageAddress> pages = new LinkedHashMap<>();
        pages.put("people, first page", database -> LIST);
        pages.put("people, after row 50,000", database -> LIST + "?after=" + cursor(database));
        pages.put("search for people, accent missing and letter wrong", database -> "/search?q=elodie+berart");
        pages.put("search in the list of people", database -> LIST + "?q=elodie+berart");
        pages.put("number of a segment, by function", database -> "/directory/segment/size?c-function=tr%C3%A9sorier");
        pages.put("number of a segment, everyone", database -> "/directory/segment/size");
        pages.put("person page", database -> LIST + "/" + middle(database, "id"));
        return pages;
    }

    private static String middle(BenchDatabase database, String column) throws SQLException, IOException {
        return database.queryValue(
                "SELECT " + column + " FROM directory.people_person ORDER BY sort_name COLLATE \"fr-CA-x-icu\","
                        + " id OFFSET " + (FAR - 1) + " LIMIT 1");
    }

    private static String cursor(BenchDatabase database) throws SQLException, IOException {
        return Keyset.of(middle(database, "sort_name"), middle(database, "id")).encode();
    }
}
