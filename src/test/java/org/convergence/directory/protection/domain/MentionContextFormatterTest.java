package org.convergence.directory.protection.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.platform.redaction.Mention;
import org.convergence.platform.redaction.Mention.MentionKind;
import org.junit.jupiter.api.Test;

/** The words around a mention. */
class MentionContextFormatterTest {

    @Test
    void showsTheValueOfAJsonColumnWithoutItsKeys() {
        assertThat(format("[{\"label\": null, \"kind\": \"PHONE\", \"value\": \"voir \\\"Citlali\\\"\\nle midi\"}]"))
                .isEqualTo("voir \"Citlali\" le midi");
    }

    @Test
    void showsPlainTextAsItIs() {
        assertThat(format("[à revoir] \"Citlali\" {midi}")).isEqualTo("[à revoir] \"Citlali\" {midi}");
    }

    @Test
    void marksTheWordsOfThePlaceWithoutMarkup() {
        String text = "<td>Luc  Roy</td><td>Ci<b>tla</b>li</td> <i>midi</i> <a hr";
        Mention.MarkedWords shown =
                new Mention(MentionKind.APART, text.indexOf("Ci"), text.indexOf("</td> <i>"), "citlali").around(text);
        assertThat(shown).isEqualTo(new Mention.MarkedWords("Luc Roy ", "Ci tla li", " midi"));
    }

    private static String format(String text) {
        int from = text.indexOf("Citlali");
        return MentionContextFormatter.format(
                        new Mention(MentionKind.PART, from, from + "Citlali".length(), "citlali"), text)
                .toString();
    }
}
