package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.convergence.plan.reading.domain.text.PlanRefused;
import org.convergence.plan.reading.domain.text.PlanRefused.PlanRefusalReason;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.junit.jupiter.api.Test;

/** A file that is enormous once unpacked is refused before it fills the memory. */
class ZipBombTest {

    private final PlanReader reader = new PlanReader(ReadingLimits.USUAL);

    private PlanRefusalReason refused(byte[] content) {
        PlanRefused refusal = catchThrowableOfType(PlanRefused.class, () -> reader.read(new WrittenFile("x", content)));
        return refusal.reason();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void refusesAWordZipBomb() throws IOException {
        byte[] word = new WordFileBuilder().paragraph("Objectif 1 : x").file().content();
        String before =
                "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
        byte[] mountain = new byte[150 * 1024 * 1024];
        Arrays.fill(mountain, (byte) ' ');
        System.arraycopy(bytes(before), 0, mountain, 0, before.length());
        assertThat(refused(replaced(word, "word/document.xml", mountain, 1))).isEqualTo(PlanRefusalReason.BOMB);
        assertThat(refused(replaced(word, "word/media/image1.bmp", mountain, 3)))
                .isEqualTo(PlanRefusalReason.BOMB);
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                + before.substring(before.indexOf("<w:"))
                + "<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
        assertThat(refused(replaced(word, "word/document.xml", bytes(laughs), 1)))
                .isIn(PlanRefusalReason.UNREADABLE, PlanRefusalReason.NO_TEXT);
    }

    @Test
    void refusesAPdfZipBomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            byte[] spaces = new byte[1 << 20];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 120; i++) {
                out.write(spaces);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.write(bytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n"
                + "4 0 obj<</Filter/FlateDecode/Length " + packed.size() + ">>stream\n"));
        packed.writeTo(pdf);
        pdf.write(bytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        assertThat(refused(pdf.toByteArray())).isEqualTo(PlanRefusalReason.BOMB);
    }

    /** The Word file with one part replaced, and repeated under numbered names. */
    private static byte[] replaced(byte[] word, String part, byte[] content, int times) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(word));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (!entry.getName().equals(part)) {
                        zip.putNextEntry(new ZipEntry(entry.getName()));
                        in.transferTo(zip);
                    }
                }
                for (int i = 0; i < times; i++) {
                    zip.putNextEntry(new ZipEntry(times == 1 ? part : part + i));
                    zip.write(content);
                }
            }
            return out.toByteArray();
        }
    }
}
