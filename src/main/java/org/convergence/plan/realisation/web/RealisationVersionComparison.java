package org.convergence.plan.realisation.web;

import java.math.BigDecimal;
import java.util.List;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.domain.RealisationQueries;
import org.convergence.plan.realisation.domain.RealisationQueries.FullRealisation;
import org.convergence.platform.database.Json;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.DateReader;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Compares the versions of two people who edit one realisation. */
@Component
class RealisationVersionComparison {

    private static final List<String> FIELDS = List.of(
            "title",
            "date",
            "to",
            "place",
            RealisationForm.WITH,
            "count",
            "women",
            "men",
            "other",
            "youth",
            "hours",
            ServedLineChoice.TICKED,
            "kind",
            "volunteerHours",
            "copies",
            "quantity",
            "narrative",
            "links");

    private final RealisationForm forms;
    private final RealisationQueries realisations;
    private final ActionPlans plans;
    private final PartyChooser chooser;

    RealisationVersionComparison(
            RealisationForm forms, RealisationQueries realisations, ActionPlans plans, PartyChooser chooser) {
        this.forms = forms;
        this.realisations = realisations;
        this.plans = plans;
        this.chooser = chooser;
    }

    /** @param since the version on which the form was opened */
    Conflict compare(Form mine, FullRealisation stands, int since, Words t) {
        forms.normalise(mine);
        Form before = before(realisations.columnsAt(stands.id(), since), mine, t);
        String who = realisations.changes(stands.id()).stream()
                .findFirst()
                .map(change -> change.who())
                .orElse(null);
        Conflict both = Conflict.merge(
                mine, before, forms.fill(stands, t), since, who, FIELDS, (field, value) -> shown(field, value, t));
        forms.expand(mine);
        return both;
    }

    private static @Nullable String text(JsonNode row, String column) {
        return row.path(column).asString(null);
    }

    private static @Nullable BigDecimal number(JsonNode row, String column) {
        return row.path(column).isNumber() ? row.path(column).decimalValue() : null;
    }

    private static @Nullable Participations participations(JsonNode row) {
        return !row.path("women").isNumber()
                ? null
                : new Participations(
                        row.path("women").asInt(),
                        row.path("men").asInt(),
                        row.path("other_gender").asInt(),
                        row.path("not_stated").asInt(),
                        row.path("youth").isNumber() ? row.path("youth").asInt() : null);
    }

    /** The form as it was opened: its columns from the audit, the rest from the form itself. */
    private static Form before(Json columns, Form mine, Words t) {
        JsonNode row = columns.node();
        String from = row.path("starts_on").asString("");
        String to = row.path("ends_on").asString("");
        Form form = Form.blank()
                .with("title", text(row, "title"))
                .with("date", from)
                .with("to", to.equals(from) ? "" : to)
                .with("place", text(row, "place"))
                .with("kind", text(row, "kind"))
                .with("narrative", text(row, "narrative"))
                .with(
                        "links",
                        String.join(
                                "\n",
                                row.path("links")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .toList()))
                .with("copies", text(row, "copies"))
                .with("quantity", row.path("quantity").asInt(1) == 1 ? null : text(row, "quantity"))
                .with("hours", RealisationForm.hours(number(row, "staff_hours"), t))
                .with("volunteerHours", RealisationForm.hours(number(row, "volunteer_hours"), t))
                .with(RealisationForm.WITH, mine.values("before-" + RealisationForm.WITH))
                .with(ServedLineChoice.TICKED, mine.values("before-" + ServedLineChoice.TICKED));
        RealisationForm.counts(form, participations(row));
        return form;
    }

    private String shown(String field, String value, Words t) {
        return switch (field) {
            case "kind" ->
                RealisationKind.named(value).map(kind -> t.say(kind.key())).orElse(value);
            case "place" -> String.valueOf(RealisationFormatter.place(value, t));
            case "date", "to" -> DateReader.read(value).map(t::date).orElse(value);
            case RealisationForm.WITH -> chooser.displayName(value);
            case ServedLineChoice.TICKED -> line(value);
            default -> value;
        };
    }

    private String line(String id) {
        return plans.findLinesById(ServedLineChoice.parseIds(List.of(id))).values().stream()
                .findFirst()
                .map(PlanLine::label)
                .orElse("–");
    }
}
