package org.convergence.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address or a number is replaced in whatever notation; another one is not. */
class AddressSpellingsTest {

    private final NameSpellings zoe = NameSpellings.of(List.of(
            "Zoé-Maëlle Ixchel L’Écœur-Núñez", "ixchel.zoe@courrier.example", "514 555-0188", "+52 55 7391-4628"));

    /** The markup before a number is no part of it: a workbook or a letter would be damaged. */
    @Test
    void keepsTheMarkupBeforeANumber() {
        assertThat(zoe.replace("<w:p><w:t>Tél.</w:t></w:p><w:p><w:t>514 555-0188</w:t></w:p>", "Colibri"))
                .isEqualTo("<w:p><w:t>Tél.</w:t></w:p><w:p><w:t>Colibri</w:t></w:p>");
        assertThat(zoe.replace("<c r=\"G1\"><t>x</t></c><c r=\"H1\"><t>514 555-0188</t></c>", "Colibri"))
                .isEqualTo("<c r=\"G1\"><t>x</t></c><c r=\"H1\"><t>Colibri</t></c>");
    }

    /** A number that ends the cell, paragraph or line before is no country code. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "'Laval, bureau 1\n514 555-0188' > 'Laval, bureau 1\nColibri'",
                "'1\t514 555-0188\tMarc' > '1\tColibri\tMarc'",
                "1. 514 555-0188 > 1. Colibri",
                "1-514-555-0188 > Colibri"
            })
    void keepsTheNumberBeforeANumber(String text, String replaced) {
        assertThat(zoe.replace(text, "Colibri")).isEqualTo(replaced);
    }

    @Test
    void keepsTheCellBeforeANumber() {
        assertThat(zoe.replace("<c r=\"A2\"><v>1</v></c><c r=\"B2\"><t>1 514 555-0188</t></c>", "Colibri"))
                .isEqualTo("<c r=\"A2\"><v>1</v></c><c r=\"B2\"><t>Colibri</t></c>");
        assertThat(zoe.replace("<w:tc><w:p>1</w:p></w:tc><w:tc><w:p>514 555-0188</w:p></w:tc>", "Colibri"))
                .isEqualTo("<w:tc><w:p>1</w:p></w:tc><w:tc><w:p>Colibri</w:p></w:tc>");
        assertThat(zoe.replace("<td>Laval 1</td><td>514 555-0188</td>", "Colibri"))
                .isEqualTo("<td>Laval 1</td><td>Colibri</td>");
    }

    @Test
    void listsANumberOnTwoLines() {
        assertThat(zoe.replace("514\n555-0188", "Colibri")).isEqualTo("514\n555-0188");
        assertThat(zoe.find("514\n555-0188").mentions()).hasSize(1);
    }

    @Test
    void replacesTheNumberOfANumericCell() {
        assertThat(zoe.replace("<c r=\"B2\" t=\"n\"><v>5.145550188E9</v></c>", "Colibri"))
                .isEqualTo("<c r=\"B2\" t=\"n\"><v>Colibri</v></c>");
        assertThat(zoe.replace("<v>1.5145550188E10</v>", "Colibri")).isEqualTo("<v>Colibri</v>");
    }

    @Test
    void aNumberThatBecomesAWordIsNoNumericCell() {
        assertThat(NumberCell.mend(
                        "xl/worksheets/sheet1.xml",
                        "<c r=\"A1\" t=\"n\"><v>12</v></c><c r=\"B1\" t=\"n\" s=\"0\"><v>Colibri</v></c>"))
                .isEqualTo("<c r=\"A1\" t=\"n\"><v>12</v></c><c r=\"B1\" s=\"0\" t=\"str\"><v>Colibri</v></c>");
        assertThat(NumberCell.mend(
                        "xl/worksheets/sheet1.xml", "<c r=\"A1\" s=\"1\"><v>12</v></c><c r=\"B1\"><v>Colibri</v></c>"))
                .isEqualTo("<c r=\"A1\" s=\"1\"><v>12</v></c><c r=\"B1\" t=\"str\"><v>Colibri</v></c>");
        assertThat(NumberCell.mend(
                        "content.xml", "<cell office:value-type=\"float\" office:value=\"Colibri\"><p>Colibri</p>"))
                .isEqualTo("<cell office:value-type=\"string\"><p>Colibri</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+15145550188",
                "tel:+15145550188",
                "0015145550188",
                "15145550188",
                "+1 (514) 555-0188",
                "1-514-555-0188",
                "5145550188",
                "514/555-0188",
                "514 555-0188x12",
                "514_555_0188",
                "514 - 555 - 0188",
                "+１５１４５５５０１８８",
                "+525573914628",
                "55 7391 4628",
                "0052 55 7391 4628",
                "ixchel.zoe @ courrier.example",
                "ixchel.zoe @courrier.example",
                "ixchel.zoe@\ncourrier.example",
                "ixchel.zoe@<br>courrier.example",
                "ixchel.zoe+info@courrier.example",
                "ixchel point zoe arobase courrier point example",
                "ixchel [dot] zoe [at] courrier [dot] example",
                "ixchel.zoe @ courrier . example"
            })
    void replacesAddressesAndNumbersInAnyNotation(String address) {
        for (String around : List.of("%s", "au %s, le soir", "<%s>")) {
            assertThat(zoe.replace(around.formatted(address), "Colibri"))
                    .matches("(<|au )?(tel:)?Colibri(<br>|x12)?(>|, le soir)?");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "514 555-01888",
                "+52 514 555-0188",
                "+525145550188",
                "12145550188",
                "zoe@courrier.example",
                "ixchel.zoe+info@autre.example",
                "un ixchel point zoe"
            })
    void leavesOthersAsTheyAre(String address) {
        String text = "au " + address + ", le soir";
        assertThat(zoe.replace(text, "Colibri")).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"montant\": 5145550188.00, \"note\": \"x\"}",
                "[5145550188, 12]",
                "montant 5 145 550 188 $",
                "5145550188,00 $",
                "$5145550188",
                "compte 514-555-0188-22",
                "Facture no 5145550188",
                "un total de 5145550188.50"
            })
    void takesNoAmountOrLongerNumberForATelephone(String text) {
        assertThat(zoe.replace(text, "Colibri")).isEqualTo(text);
    }

    @Test
    void listsNumberThatMayBeOneOfJson() {
        String note = "\"Maison\": 5145550188, le soir";
        assertThat(zoe.replace(note, "Colibri")).isEqualTo(note);
        assertThat(zoe.find(note).mentions()).hasSize(1);
        assertThat(zoe.find("montant 5145550188 $").mentions()).isEmpty();
    }

    @Test
    void replacesNumberWithinJson() {
        assertThat(zoe.replace("{\"value\": \"5145550188\", \"n\": 5145550188}", "Colibri"))
                .isEqualTo("{\"value\": \"Colibri\", \"n\": 5145550188}");
    }

    @Test
    void replacesPercentEncodedUnicode() {
        String text = "Zo%u00E9-Ma%u00EBlle%20Ixchel%20L%u2019%u00C9c%u0153ur-N%u00FA%u00F1ez";
        assertThat(zoe.replace("?q=" + text, "Colibri")).isEqualTo("?q=Colibri");
    }
}
