package org.convergence.directory.segment.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.convergence.directory.segment.SegmentCriterion;
import org.convergence.directory.segment.domain.Segment;
import org.convergence.directory.segment.domain.SegmentCriteria;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Reads and fills the form of a segment, with one field for each contributed criterion. */
@Component
public class SegmentForm {

    /** The name, also for the template. */
    public static final Field<String> NAME = Field.text("name", "segment.field.name", Segment.LONGEST_NAME);

    /** The page that needs the new segment, also for the template. */
    public static final String BACK = "back";

    private static final String PREFIX = "c-";
    private static final int LONGEST_WORDS = 200;

    private final List<SegmentCriterion> criteria;

    SegmentForm(List<SegmentCriterion> criteria) {
        this.criteria = criteria.stream()
                .sorted(Comparator.comparingInt(SegmentCriterion::order))
                .toList();
    }

    /** A criterion as the form shows it. */
    public record CriterionField(String name, String label, boolean isTyped, List<Option> options) {}

    /** A segment as it was typed. */
    record SegmentInput(int version, String name, SegmentCriteria criteria) {}

    List<CriterionField> fields(Words t) {
        return criteria.stream()
                .map(each -> new CriterionField(
                        PREFIX + each.key(),
                        t.say(each.label()),
                        each.isTyped(),
                        each.options().apply(t)))
                .toList();
    }

    Form open(Segment segment) {
        Form form = Form.blank().with("version", segment.version()).with("name", segment.name());
        segment.chosen()
                .values()
                .forEach((key, values) ->
                        form.with(PREFIX + key, isTyped(key) ? List.of(String.join(", ", values)) : values));
        return form;
    }

    private boolean isTyped(String key) {
        return criteria.stream().anyMatch(each -> each.key().equals(key) && each.isTyped());
    }

    SegmentInput read(FormValues answers, Words t) {
        return new SegmentInput(answers.version(), answers.get(NAME), readCriteria(answers, t));
    }

    /** The criteria; values that are not offered are dropped. */
    SegmentCriteria readCriteria(FormValues answers, Words t) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (SegmentCriterion each : criteria) {
            String field = PREFIX + each.key();
            values.put(each.key(), each.isTyped() ? words(answers, field) : offered(answers, field, each, t));
        }
        return new SegmentCriteria(values);
    }

    private static List<String> words(FormValues answers, String field) {
        String typed = answers.optionalText(field, LONGEST_WORDS);
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split("[,;\\n]"))
                        .map(String::strip)
                        .filter(each -> each.codePoints()
                                        .filter(Character::isLetterOrDigit)
                                        .count()
                                >= 2)
                        .limit(20)
                        .toList();
    }

    private static List<String> offered(FormValues answers, String field, SegmentCriterion criterion, Words t) {
        List<String> typed = answers.form().values(field);
        if (typed.isEmpty()) {
            return List.of();
        }
        Set<String> offered =
                criterion.options().apply(t).stream().map(Option::value).collect(Collectors.toSet());
        return typed.stream().filter(offered::contains).distinct().toList();
    }

    /** The criteria in words, one for each. */
    List<String> describe(SegmentCriteria chosen, Words t) {
        List<String> all = new ArrayList<>();
        for (SegmentCriterion each : criteria) {
            List<String> values = chosen.values().getOrDefault(each.key(), List.of());
            if (!values.isEmpty()) {
                Map<String, String> labels = each.options().apply(t).stream()
                        .collect(Collectors.toMap(Option::value, Option::label, (one, other) -> one));
                all.add(t.say(
                        "segment.criterion",
                        t.say(each.label()),
                        t.list(values.stream()
                                .map(value -> labels.getOrDefault(value, value))
                                .toList())));
            }
        }
        return all.isEmpty() ? List.of(t.say("segment.everyone")) : all;
    }
}
