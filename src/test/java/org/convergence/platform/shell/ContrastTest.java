package org.convergence.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is legible on every background, in the light and the dark theme (WCAG 2.2, 1.4.3 and 1.4.11). */
class ContrastTest {

    private static final Path TOKENS = Path.of("src/main/resources/static/css/tokens.css");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");
    private static final List<String> PAPERS = List.of("paper", "surface", "wash");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyPairUsedForTextReachesFourAndAHalf(boolean night) throws IOException {
        Map<String, String> colours = colours(night);
        for (String ink : List.of("ink", "muted", "red", "blue", "green", "amber")) {
            for (String paper : PAPERS) {
                assertContrast(colours, ink, paper, 4.5);
            }
        }
        for (String wash : List.of("red-wash", "blue-wash", "green-wash", "amber-wash")) {
            assertContrast(colours, "ink", wash, 4.5);
            assertContrast(colours, "muted", wash, 4.5);
            assertContrast(colours, "blue", wash, 4.5);
        }
        assertContrast(colours, "on-red", "red", 4.5);
        assertContrast(colours, "on-ink", "ink", 4.5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyEdgeOfAControlReachesThree(boolean night) throws IOException {
        Map<String, String> colours = colours(night);
        for (String paper : PAPERS) {
            assertContrast(colours, "edge", paper, 3);
            assertContrast(colours, "blue", paper, 3);
        }
    }

    private static void assertContrast(Map<String, String> colours, String ink, String paper, double least) {
        double one = luminance(Objects.requireNonNull(colours.get(ink), ink));
        double other = luminance(Objects.requireNonNull(colours.get(paper), paper));
        double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        assertThat(contrast).as("%s on %s", ink, paper).isGreaterThanOrEqualTo(least);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String> colours(boolean night) throws IOException {
        String css = Files.readString(TOKENS);
        int nightfall = css.indexOf("@media (prefers-color-scheme: dark)");
        Map<String, String> colours = new HashMap<>();
        Matcher found = COLOUR.matcher(night ? css : css.substring(0, nightfall));
        while (found.find()) {
            colours.put(found.group(1), found.group(2));
        }
        return colours;
    }
}
