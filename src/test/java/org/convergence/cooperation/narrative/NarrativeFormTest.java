package org.convergence.cooperation.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.convergence.identity.Role;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A report in the funder's own file, and one in Spanish. */
class NarrativeFormTest extends NarrativeReportTestBase {

    private static byte[] form() {
        String text = """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:r><w:t>Ne pas toucher</w:t></w:r></w:p>
                <w:sdt><w:sdtPr><w:alias w:val="Résultats"/><w:tag w:val="R1"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>
                <w:sdt><w:sdtPr><w:tag w:val="P1"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Cliquez</w:t></w:r></w:p></w:sdtContent></w:sdt>
                </w:body></w:document>""";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("""
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
                    ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private MvcTestResult add(String report, String name, byte[] file) {
        return mvc.post()
                .uri(report + "/forms")
                .multipart()
                .file(new MockMultipartFile("file", name, null, file))
                .with(users.as(Role.COORDINATOR))
                .with(csrf())
                .exchange();
    }

    private String filled(String form) throws IOException {
        byte[] bytes =
                pages.as(Role.BOARD_MEMBER).get(form + "/filled").getResponse().getContentAsByteArray();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }

    @Test
    void theFundersFileIsFilledBySectionsAndKeptForTheNextReport() throws IOException {
        String report = openReport();
        List<String> sections = fixture.sections(report);
        write(sections.get(0), 1, "1. Résultats", "Une bonne année.\n\nDeux paragraphes.");
        MvcTestResult added = add(report, "rapport.docx", form());
        assertThat(added).as(Pages.text(added)).hasStatus(303);
        String form = Pages.location(added);
        assertThat(pages.as(Role.COORDINATOR)
                        .open(form)
                        .select("form input[list]")
                        .eachAttr("value"))
                .as("what the file names itself")
                .containsExactly("R1", "");
        assertThat(cooperation.main(report + "/forms")).contains("rapport.docx", "1 section placée sur 2");
        assertThat(filled(form))
                .contains("Ne pas toucher", "Cliquez")
                .containsPattern(
                        "Une bonne année\\.</w:t><w:br/><w:t[^>]*/?>(</w:t>)?<w:br/><w:t[^>]*>Deux paragraphes\\.");
        assertThat(pages.as(Role.COORDINATOR).post(form, "version=1", "at-0=R1", "at-1=R1"))
                .as("two sections in one place")
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR).post(form, "version=1", "at-0=R1", "at-1=Ailleurs"))
                .as("no such place")
                .hasStatus(422);
        cooperation.post(form, "version=1", "at-0=R1", "at-1=P1");
        write(sections.get(1), 1, "2. Partenaires", "Nous apprenons.");
        assertThat(filled(form)).contains("Nous apprenons.").doesNotContain("Cliquez");

        String next = fixture.report(
                project, fixture.deliverable(project, "NR-2", "Fondation Rive"), "Rapport 2026", SECTIONS);
        assertThat(cooperation.main(next + "/forms")).contains("2 sections placées sur 2");
        String again = next + form.substring(form.indexOf("/forms"));
        assertThat(filled(again))
                .as("an empty section leaves what stands there")
                .contains("Cliquez");
        assertThat(pages.as(Role.BOARD_MEMBER).post(form, "version=2", "at-0=P1"))
                .hasStatus(403);
        cooperation.post(again + "/remove", "version=2");
        assertThat(pages.as(Role.COORDINATOR).get(form + "/filled")).hasStatus(404);
        assertThat(add(report, "rapport.txt", "Rien".getBytes(StandardCharsets.UTF_8)))
                .as("not a form")
                .hasStatus(422);
    }

    @Test
    void factsOfAReportInSpanishAreInSpanish() throws IOException {
        String report = cooperation
                .post(
                        "/cooperation/narrative/new",
                        "project=" + project,
                        "title=Informe 2025",
                        "from=2025-01-01",
                        "to=2025-12-31",
                        "language=SPANISH")
                .replace("/sections", "");
        cooperation.post(report + "/sections", "sections=Resultados");
        assertThat(cooperation.main(fixture.sections(report).get(0)))
                .contains("meta: 40", "diferencia: −12", "20 mujeres", "28 participaciones en 1 actividad");
        write(fixture.sections(report).get(0), 1, "Resultados", "Bien.");
        assertThat(word(report)).contains("Borrador – Informe 2025");
    }
}
