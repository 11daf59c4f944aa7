package org.convergence.safety.assessment.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.safety.assessment.domain.AssessmentService.AssessedQuestion;
import org.springframework.stereotype.Component;

/**
 * Tells the name, the headings and the questions of the base grid in the language of the reader. A grid is stored in
 * the language of the person who began it; what an organisation changed or pasted stays as written.
 */
@Component
public record BaseGridTranslator(Messages messages) {

    /** The questions by heading. */
    public Map<String, List<AssessedQuestion>> translate(Map<String, List<AssessedQuestion>> questions, Words t) {
        Map<String, List<AssessedQuestion>> told = new LinkedHashMap<>();
        Map<String, String> known = known(t);
        questions.forEach((heading, of) -> told.computeIfAbsent(
                        known.getOrDefault(heading, heading), some -> new ArrayList<>())
                .addAll(of.stream()
                        .map(each -> each.withText(known.getOrDefault(each.text(), each.text())))
                        .toList()));
        return told;
    }

    /** The name, or the heading. */
    public String translate(String text, Words t) {
        return known(t).getOrDefault(text, text);
    }

    /** The texts of the base grid in all languages, with the same text in the language of the words. */
    private Map<String, String> known(Words t) {
        Map<String, String> known = new LinkedHashMap<>();
        List<String> own = texts(t);
        for (Language language : Language.values()) {
            List<String> texts = texts(messages.in(language, t.zone()));
            IntStream.range(0, Math.min(own.size(), texts.size()))
                    .forEach(each -> known.put(texts.get(each), own.get(each)));
        }
        return known;
    }

    private static List<String> texts(Words t) {
        return Stream.concat(
                        Stream.of(t.say("assessment.menu")),
                        IntStream.rangeClosed(1, BaseGrid.HEADINGS)
                                .mapToObj(number -> t.say("assessment.base." + number))
                                .flatMap(line -> Arrays.stream(line.split(" \\| "))))
                .toList();
    }
}
