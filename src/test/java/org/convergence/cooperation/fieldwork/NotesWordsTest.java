package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.junit.jupiter.api.Test;

/** The page of a partner says in Haitian Creole all that it says in French. */
class NotesWordsTest {

    @Test
    void creoleHasAllTextsOfThePage() throws Exception {
        var creole = new Properties();
        creole.load(new InputStreamReader(
                Objects.requireNonNull(CountryNumbersTest.class.getResourceAsStream("web/notes_ht.properties")),
                StandardCharsets.UTF_8));
        var french = Messages.load().patterns(Language.FRENCH);
        Set<String> keys = new TreeSet<>();
        french.forEach((key, text) -> {
            if (key.startsWith("public.fieldwork.")) {
                keys.add(key);
                assertThat(arguments(creole.getProperty(key, ""))).as(key).isEqualTo(arguments(text));
            }
        });
        assertThat(creole.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(creole.getProperty("public.fieldwork.told.in"))
                .as("a final text may not be handed in yet")
                .doesNotContain("remèt");
    }

    private static List<String> arguments(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(each -> each.group())
                .sorted()
                .toList();
    }
}
