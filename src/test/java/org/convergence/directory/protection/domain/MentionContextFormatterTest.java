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

    private static String format(String text) {
        int from = text.indexOf("Citlali");
        return MentionContextFormatter.format(
                new Mention(MentionKind.PART, from, from + "Citlali".length(), "citlali"), text);
    }
}
