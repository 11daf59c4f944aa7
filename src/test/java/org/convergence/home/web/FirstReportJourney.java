package org.convergence.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.convergence.testing.BrowserUser;
import org.convergence.testing.JourneyScreenshots;

/** The annual report in the journey of an organisation's first year. */
record FirstReportJourney(BrowserUser traveller, Page page, JourneyScreenshots pictures) {

    private static final String WRITTEN = "Une année riche, et une équipe petite.";

    /** @param done the address of a realisation that is corrected once the report is filed */
    void isWrittenFiledAndCorrected(String plan, String done) throws IOException {
        String report = writesItsReport(plan);
        takesItAway(report);
        files(report, done);
    }

    private String writesItsReport(String plan) {
        page.navigate(plan);
        page.locator(".tabs a[href*='/plan/report']").click();
        pictures.checkAndSave("reports");
        page.locator("main .head a.button[href*='audience=annual']").click();
        pictures.checkAndSave("report-begin");
        page.locator("main form button[type=submit]").last().click();
        page.waitForURL(url -> url.matches(".*/plan/report/[0-9a-f-]{36}"));
        String report = page.url();
        pictures.checkAndSave("report");
        visit(report + "/lacks", "report-lacks");
        visit(report + "/file", "report-not-ready");
        for (int round = 0;
                round < 4 && page.locator("main form[action$='/file']").count() == 0;
                round++) {
            for (String lack : hrefs("main .rows .what a")) {
                settle(lack);
            }
            page.navigate(report + "/file");
        }
        page.navigate(report + "/evidence");
        assertThat(page.locator("main").textContent()).contains("Atelier du mardi");
        pictures.checkAndSave("evidence");
        visit(report + "/paper", "report-paper");
        return report;
    }

    /** Writes the missing texts, explains the gaps, and confirms the checks. */
    private void settle(String lack) {
        page.navigate(traveller.urlOf(lack));
        Locator text = page.locator("textarea[name=text], textarea[name=words]");
        if (text.count() > 0 && text.first().inputValue().isBlank()) {
            text.first().fill(WRITTEN);
            page.locator("main form:has(textarea) button[type=submit]").first().click();
            page.locator(".notice.ok").waitFor();
        }
        Locator right = page.locator("form[action$='/right'] button");
        if (right.count() > 0) {
            right.click();
        }
    }

    private void takesItAway(String report) throws IOException {
        byte[] pdf = page.request().get(report + "/download.pdf").body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains(WRITTEN, "Solidarité des Rives");
        }
        byte[] word = page.request().get(report + "/download.docx").body();
        try (var text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(word)))) {
            assertThat(text.getText()).contains(WRITTEN);
        }
    }

    private void files(String report, String done) {
        visit(report + "/file", "report-ready");
        page.locator("main form[action$='/file'] button.main").click();
        page.waitForURL(report);
        pictures.checkAndSave("filed");
        page.navigate(done + "/edit");
        page.locator("#f-count").fill("30");
        page.locator(".gestures.save button.main").click();
        page.waitForURL(done);
        pictures.checkAndSave("corrected");
        visit(report + "/differences", "differences");
        assertThat(page.locator(".version").first().textContent()).contains("24");
    }

    private void visit(String address, String name) {
        page.navigate(address);
        pictures.checkAndSave(name);
    }

    private List<String> hrefs(String links) {
        return page.locator(links).all().stream()
                .map(link -> String.valueOf(link.getAttribute("href")))
                .distinct()
                .toList();
    }
}
