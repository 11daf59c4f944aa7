package org.convergence.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void aNumberThatBecomesAWordIsNoNumericCell() {
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
