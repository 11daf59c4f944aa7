package org.convergence.resources.spending.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.convergence.platform.formfilling.FillableForm;
import org.convergence.resources.spending.domain.FinancialReport.ReportedLine;

/**
 * The figures that a funder's form asks for each line, in the order in which they are shown. Their keys in the places of
 * a form begin with the line's id or {@code total}; those of {@link FormFact} stand alone.
 */
public enum FunderFormFigure {
    BUDGET(ReportedLine::budget, "budget", "budget approuve", "prevu", "previsions", "approved", "planned"),
    SPENT(ReportedLine::spent, "depenses", "depense", "reel", "periode", "actual", "spent", "expenditures", "period"),
    CUMULATIVE(ReportedLine::cumulative, "cumulatif", "a ce jour", "cumul", "cumulative", "to date"),
    LEFT(ReportedLine::left, "solde", "reste", "balance", "remaining"),
    REASON(ReportedLine::reason, "explication", "explications", "justification", "explanation", "commentaires");

    /** The texts of a form beside which a total stands. */
    private static final List<String> TOTALS = List.of("total", "totaux", "grand total");

    private static final String TOTAL = "total";

    private final Function<ReportedLine, Object> value;
    private final List<String> heads;

    FunderFormFigure(Function<ReportedLine, Object> value, String... heads) {
        this.value = value;
        this.heads = List.of(heads);
    }

    /** What a form asks once. */
    public enum FormFact {
        ORGANISATION("nom de l organisme", "organisme", "name of organization", "organization"),
        TITLE("titre du projet", "titre", "project title", "title"),
        NUMBER("numero de l entente", "numero de dossier", "no de dossier", "agreement number", "file number"),
        FROM("date de debut", "debut de la periode", "start date", "period start"),
        TO("date de fin", "fin de la periode", "end date", "period end");

        private final List<String> labels;

        FormFact(String... labels) {
            this.labels = List.of(labels);
        }

        /** Its key in the places of a form. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The key of this figure of a line. */
    public String keyOf(ReportedLine line) {
        return line.id() + "." + name().toLowerCase(Locale.ROOT);
    }

    /** The key of the total of this figure. */
    public String keyOfTotal() {
        return TOTAL + "." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is an amount, so that it has a total. */
    public boolean isAmount() {
        return this != REASON;
    }

    /** The values of a report by their keys; texts that are empty are left out. */
    static Map<String, Object> values(FinancialReport report, String organisation) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(FormFact.ORGANISATION.key(), organisation);
        values.put(FormFact.TITLE.key(), report.title());
        values.put(
                FormFact.NUMBER.key(),
                Optional.ofNullable(report.agreement())
                        .map(origin -> origin.number())
                        .orElse(""));
        values.put(FormFact.FROM.key(), report.startsOn());
        values.put(FormFact.TO.key(), report.endsOn());
        for (FunderFormFigure figure : values()) {
            report.lines().forEach(line -> values.put(figure.keyOf(line), figure.value.apply(line)));
            if (figure.isAmount()) {
                values.put(figure.keyOfTotal(), report.total(line -> (BigDecimal) figure.value.apply(line)));
            }
        }
        values.values().removeIf(""::equals);
        return values;
    }

    /** The places of a form whose texts name a figure, by the figures' keys; no place twice. */
    static Map<String, String> guess(FillableForm form, List<ReportedLine> lines) {
        Map<String, String> places = new LinkedHashMap<>();
        for (FormFact fact : FormFact.values()) {
            add(places, fact.key(), form.guess(fact.labels, List.of()));
        }
        for (FunderFormFigure figure : values()) {
            lines.forEach(line -> add(places, figure.keyOf(line), form.guess(names(line), figure.heads)));
            if (figure.isAmount()) {
                add(places, figure.keyOfTotal(), form.guess(TOTALS, figure.heads));
            }
        }
        return places;
    }

    private static List<String> names(ReportedLine line) {
        List<String> names = new ArrayList<>(List.of(line.label()));
        // A single letter or figure stands in too many sentences.
        if (line.code().length() > 1) {
            names.add(line.code());
        }
        return names;
    }

    private static void add(Map<String, String> places, String key, Optional<String> place) {
        place.filter(found -> !places.containsValue(found)).ifPresent(found -> places.put(key, found));
    }
}
