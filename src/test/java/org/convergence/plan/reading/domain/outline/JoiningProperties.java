package org.convergence.plan.reading.domain.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.convergence.plan.reading.domain.text.ManuscriptLine;
import org.convergence.plan.reading.domain.text.ManuscriptReader;
import org.convergence.plan.reading.domain.text.ReadingBudget;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;

/** A sentence is restored, wherever its lines were broken and its words cut. */
class JoiningProperties {

    private static List<TextBlock> join(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<ManuscriptLine> lines = new ManuscriptReader()
                .read(new WrittenFile("x", bytes), new ReadingBudget(ReadingLimits.USUAL))
                .lines();
        return new LineJoiner(lines, new ArrayList<>()).join(lines);
    }

    @Property(tries = 300)
    void restoresASentenceBrokenBetweenWords(
            @ForAll("sentences") List<String> words, @ForAll @IntRange(min = 1, max = 7) int every) {
        StringBuilder text = new StringBuilder("- ");
        for (int i = 0; i < words.size(); i++) {
            text.append(i == 0 ? "" : i % every == 0 ? "\n" : " ").append(words.get(i));
        }
        List<TextBlock> blocks = join(text + ".\n");
        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0).text()).isEqualTo(String.join(" ", words) + ".");
    }

    @Property(tries = 300)
    void restoresAWordCutAnywhere(@ForAll("words") String word, @ForAll @IntRange(min = 1, max = 20) int place) {
        int at = 1 + place % (word.length() - 1);
        List<TextBlock> blocks =
                join("- nous voulons " + word.substring(0, at) + "-\n" + word.substring(at) + " ensemble.");
        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0).text()).isEqualTo("nous voulons " + word + " ensemble.");
    }

    @Property(tries = 200)
    void aCompoundSpelledElsewhereKeepsItsHyphen(@ForAll("words") String one, @ForAll("words") String other) {
        String compound = one + "-" + other;
        List<TextBlock> blocks =
                join("Voici " + compound + ".\n\n- nous voulons " + one + "-\n" + other + " ensemble.");
        assertThat(blocks).hasSize(2);
        assertThat(blocks.get(1).text()).isEqualTo("nous voulons " + compound + " ensemble.");
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("abcdefghijlmnoprstuéèàçî")
                .ofMinLength(4)
                .ofMaxLength(14);
    }

    @Provide
    Arbitrary<List<String>> sentences() {
        return words().list().ofMinSize(1).ofMaxSize(30);
    }
}
