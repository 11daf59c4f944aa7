package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * Recounts a plan from two files alone: the followed plan and the realisations. The rules are those of docs/rules.md
 * (R-STATE), implemented here independently of the program.
 */
final class ExportedPlan {

    private final List<Map<String, String>> lines;
    private final List<Map<String, String>> realisations;
    private final Words t;

    ExportedPlan(List<Map<String, String>> lines, List<Map<String, String>> realisations, Words t) {
        this.lines = lines;
        this.realisations = realisations;
        this.t = t;
    }

    /** State and reached amount of each line, as in the file. */
    Map<String, String> said() {
        Map<String, String> said = new LinkedHashMap<>();
        lines.forEach(line -> said.put(
                name(line), cell(line, "actionplan.table.state") + " " + cell(line, "actionplan.table.reached")));
        return said;
    }

    /** The same, recounted. */
    Map<String, String> recounted() {
        Map<String, String> counted = new LinkedHashMap<>();
        for (Map<String, String> line : lines) {
            BigDecimal reached = reached(line);
            counted.put(name(line), stateOf(line) + " " + (reached == null ? "" : plain(reached)));
        }
        return counted;
    }

    private String stateOf(Map<String, String> line) {
        String whole = cell(line, "actionplan.table.part-of");
        String own = state(line);
        return lines.stream()
                .filter(each -> name(each).equals(whole))
                .map(this::said)
                .filter(said -> !said.isEmpty() && !isDone(own) && !isSetAside(own))
                .findFirst()
                .orElse(own);
    }

    /** A decided or declared state that still holds. */
    private String said(Map<String, String> line) {
        if (!cell(line, "actionplan.table.dropped").isEmpty()) {
            return state("DROPPED");
        }
        LocalDate on = day(line, "actionplan.table.stated-on");
        LocalDate last = lastDone(line);
        if (on != null && (last == null || !last.isAfter(on))) {
            return cell(line, "actionplan.field.stated");
        }
        LocalDate completed = day(line, "actionplan.field.completed_on");
        return completed != null && !completed.isAfter(asOf(line)) ? state("DONE") : "";
    }

    private String state(Map<String, String> line) {
        String said = said(line);
        if (!said.isEmpty()) {
            return said;
        }
        List<String> parts = lines.stream()
                .filter(each -> cell(each, "actionplan.table.part-of").equals(name(line)))
                .map(this::stateOf)
                .toList();
        boolean late = cell(line, "actionplan.field.commitment").equals(t.say("actionplan.commitment.FIRM"))
                && (isOver(line) || missed(line) >= 2);
        if (parts.contains(state("LATE"))) {
            return state("LATE");
        }
        if (isDone(line, parts)) {
            return state("DONE");
        }
        if (late) {
            return state("LATE");
        }
        boolean begun = !behind(line).isEmpty() || parts.contains(state("DONE")) || parts.contains(state("UNDER_WAY"));
        return state(begun ? "UNDER_WAY" : "TO_COME");
    }

    private boolean isDone(Map<String, String> line, List<String> parts) {
        String number = cell(line, "actionplan.field.number");
        if (!number.isEmpty()) {
            BigDecimal reached = reached(line);
            return reached != null && reached.compareTo(decimal(number)) >= 0;
        }
        if (!parts.isEmpty()) {
            List<String> kept = parts.stream().filter(part -> !isSetAside(part)).toList();
            return !kept.isEmpty() && kept.stream().allMatch(this::isDone);
        }
        return isOver(line) && !behind(line).isEmpty() && missed(line) < 2;
    }

    private @Nullable BigDecimal reached(Map<String, String> line) {
        String measure = cell(line, "actionplan.field.measure");
        List<String> kinds = Arrays.asList(cell(line, "actionplan.field.kinds").split("; ", -1));
        List<Map<String, String>> behind = behind(line);
        if (measure.isEmpty() || measure.equals(t.say("actionplan.measure.DELIVERABLE"))) {
            return null;
        }
        if (measure.equals(t.say("actionplan.measure.ORGANISATIONS"))) {
            return BigDecimal.valueOf(behind.stream()
                    .flatMap(each -> Stream.of(
                            cell(each, "realisation.column.ORGANISATIONS").split("; ", -1)))
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .count());
        }
        if (measure.equals(t.say("actionplan.measure.REALISATIONS"))) {
            return sum(
                    behind.stream()
                            .filter(each -> kinds.contains("") || kinds.contains(cell(each, "realisation.column.KIND")))
                            .toList(),
                    "realisation.column.QUANTITY");
        }
        return measure.equals(t.say("actionplan.measure.PARTICIPATIONS"))
                ? sum(behind, "realisation.column.COUNT")
                : measure.equals(t.say("actionplan.measure.COPIES"))
                        ? sum(behind, "realisation.column.COPIES")
                        : sum(behind, "realisation.column.HOURS")
                                .add(sum(behind, "realisation.column.VOLUNTEER_HOURS"));
    }

    private List<Map<String, String>> behind(Map<String, String> line) {
        return realisations.stream()
                .filter(each -> cell(each, "realisation.column.STATE").equals(t.say("realisation.state.done")))
                .filter(each ->
                        cell(each, "realisation.export.counts-for").lines().anyMatch(name(line)::equals))
                .filter(each -> !last(each).isAfter(asOf(line)))
                .toList();
    }

    private @Nullable LocalDate lastDone(Map<String, String> line) {
        return behind(line).stream().map(this::last).max(LocalDate::compareTo).orElse(null);
    }

    private LocalDate last(Map<String, String> realisation) {
        return LocalDate.parse(cell(realisation, "realisation.column.TO"));
    }

    private int missed(Map<String, String> line) {
        String times = cell(line, "actionplan.table.per-year");
        if (times.isEmpty()) {
            return 0;
        }
        int many = Integer.parseInt(times);
        LocalDate since = Stream.of(day(line, "actionplan.table.rhythm-since"), begins(line), lastDone(line))
                .flatMap(Stream::ofNullable)
                .max(LocalDate::compareTo)
                .orElseThrow();
        LocalDate end = ends(line);
        LocalDate until = end != null && asOf(line).isAfter(end) ? end : asOf(line);
        int missed = 0;
        while (missed < 52
                && (12 % many == 0
                                ? since.plusMonths((missed + 1L) * 12 / many)
                                : since.plusDays(Math.round((missed + 1) * 365.0 / many)))
                        .isBefore(until)) {
            missed++;
        }
        return missed;
    }

    private boolean isOver(Map<String, String> line) {
        LocalDate end = ends(line);
        return end != null && asOf(line).isAfter(end);
    }

    private @Nullable LocalDate begins(Map<String, String> line) {
        LocalDate own = day(line, "actionplan.field.window_from");
        return own == null ? day(line, "actionplan.field.period_from") : own;
    }

    private @Nullable LocalDate ends(Map<String, String> line) {
        LocalDate own = day(line, "actionplan.field.window_to");
        return own == null ? day(line, "actionplan.field.period_to") : own;
    }

    private LocalDate asOf(Map<String, String> line) {
        return LocalDate.parse(cell(line, "actionplan.table.as-of"));
    }

    private @Nullable LocalDate day(Map<String, String> row, String key) {
        String text = cell(row, key);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private BigDecimal sum(List<Map<String, String>> rows, String key) {
        return new ArrayList<>(rows)
                .stream()
                        .map(row -> cell(row, key))
                        .filter(text -> !text.isEmpty())
                        .map(ExportedPlan::decimal)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text.replace(',', '.'));
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private boolean isDone(String state) {
        return state.equals(state("DONE"));
    }

    private boolean isSetAside(String state) {
        return Stream.of("DROPPED", "POSTPONED", "NO_REQUEST").map(this::state).anyMatch(state::equals);
    }

    private String state(String name) {
        return t.say("actionplan.state." + name);
    }

    private String name(Map<String, String> line) {
        return cell(line, "actionplan.table.line");
    }

    private String cell(Map<String, String> row, String key) {
        String text = row.get(t.say(key));
        if (text == null) {
            throw new IllegalStateException(t.say(key) + " is missing among " + row.keySet());
        }
        return text;
    }
}
