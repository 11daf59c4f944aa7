package org.convergence.cooperation.project.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.cooperation.project.ResultId;
import org.convergence.cooperation.project.domain.Disaggregation;
import org.convergence.cooperation.project.domain.FeedRule;
import org.convergence.cooperation.project.domain.IndicatorService.FeedMeasure;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorFacts;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.IndicatorService.MeasurementPlan;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.geography.Place;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The fields of an indicator: what it measures, its columns of the framework, and what feeds it. */
public final class IndicatorForm {

    public static final Field<String> WORDING = Field.text("wording", "project.indicator.wording", 500);
    public static final Field<IndicatorKind> KIND =
            Field.choice("kind", "project.indicator.kind", List.of(IndicatorKind.values()), IndicatorKind::key);
    public static final Field<String> UNIT =
            Field.text("unit", "project.indicator.unit", 100).optional();
    public static final Field<Boolean> BY_SEX = Field.checkbox("bySex", "project.indicator.by-sex");
    public static final Field<String> DIMENSIONS =
            Field.text("dimensions", "project.indicator.dimensions", 1_000).optional();
    public static final Field<Boolean> ADDS_UP = Field.checkbox("addsUp", "project.indicator.adds-up");
    public static final Field<Integer> BASELINE_YEAR = Field.wholeNumber(
                    "baselineYear", "project.indicator.baseline-year", 1900, 2200)
            .optional();
    public static final Field<String> SOURCE =
            Field.text("source", "project.indicator.source", 500).optional();
    public static final Field<String> METHOD =
            Field.text("method", "project.indicator.method", 500).optional();
    public static final Field<String> FREQUENCY =
            Field.text("frequency", "project.indicator.frequency", 200).optional();
    public static final Field<String> RESPONSIBLE =
            Field.text("responsible", "project.indicator.responsible", 200).optional();
    public static final Field<FeedMeasure> MEASURE = Field.choice(
                    "feed.measure", "project.feed.measure", List.of(FeedMeasure.values()), FeedMeasure::key)
            .optional();
    public static final Field<RealisationKind> FEED_KIND = Field.choice(
                    "feed.kind", "project.feed.kind", List.of(RealisationKind.values()), RealisationKind::key)
            .optional();

    static final String BASELINE = "baseline";
    static final String FEED_LINE = "feed.line";
    static final String FEED_PLACE = "feed.place";
    static final String FEED_PARTNER = "feed.partner";
    static final String FEED_TOPIC = "feed.topic";

    private IndicatorForm() {}

    static Form open(IndicatorRow it, Words t) {
        Form form = Form.blank()
                .atVersion(it.version())
                .with("result", it.result())
                .with(WORDING.name(), it.wording())
                .with(KIND.name(), it.kind())
                .with(UNIT.name(), it.unit())
                .with(BY_SEX.name(), it.bySex())
                .with(DIMENSIONS.name(), it.dimensions())
                .with(ADDS_UP.name(), it.addsUp())
                .with(BASELINE_YEAR.name(), it.baselineYear())
                .with(SOURCE.name(), it.source())
                .with(METHOD.name(), it.method())
                .with(FREQUENCY.name(), it.frequency())
                .with(RESPONSIBLE.name(), it.responsible());
        FeedRule feed = it.rule();
        if (feed != null) {
            form.with(MEASURE.name(), feed.measure())
                    .with(FEED_KIND.name(), feed.kind())
                    .with(FEED_LINE, feed.action())
                    .with(
                            FEED_PLACE,
                            feed.place() == null ? null : Place.of(feed.place()).name(t))
                    .with(FEED_PARTNER, feed.partner())
                    .with(FEED_TOPIC, feed.topic());
        }
        return FigureForm.fill(form, BASELINE, it.baseline());
    }

    static IndicatorFacts read(FormValues answers) {
        IndicatorKind kind = answers.get(KIND);
        boolean bySex = answers.get(BY_SEX) && kind == IndicatorKind.QUANTITY;
        String dimensions = answers.textOrEmpty(DIMENSIONS);
        Optional<List<Disaggregation>> disaggregations = Disaggregation.parse(dimensions);
        FeedRule feed = readFeed(answers, kind);
        if (disaggregations.isEmpty()) {
            answers.reject(
                    DIMENSIONS.name(), "project.refused.dimensions", Disaggregation.MOST, Disaggregation.MOST_CELLS);
        } else if (!dimensions.isEmpty() && (kind != IndicatorKind.QUANTITY || feed != null)) {
            answers.reject(DIMENSIONS.name(), "project.refused.dimensions-kind");
        }
        return new IndicatorFacts(
                new ResultId(answers.id("result")),
                answers.get(WORDING).replaceAll("\\s+", " "),
                kind,
                answers.textOrEmpty(UNIT),
                bySex,
                dimensions,
                answers.get(ADDS_UP) && kind != IndicatorKind.QUALITATIVE,
                new MeasurementPlan(
                        answers.find(BASELINE_YEAR),
                        FigureForm.read(answers, BASELINE, kind, bySex, disaggregations.orElse(List.of())),
                        answers.textOrEmpty(SOURCE),
                        answers.textOrEmpty(METHOD),
                        answers.textOrEmpty(FREQUENCY),
                        answers.textOrEmpty(RESPONSIBLE)),
                feed);
    }

    /** The mapping, if a measure is chosen; it selects by at least one of kind, line, place, partner and topic. */
    private static @Nullable FeedRule readFeed(FormValues answers, IndicatorKind kind) {
        FeedMeasure measure = answers.find(MEASURE);
        RealisationKind of = answers.find(FEED_KIND);
        UUID line = answers.optionalId(FEED_LINE);
        UUID partner = answers.optionalId(FEED_PARTNER);
        UUID topic = answers.optionalId(FEED_TOPIC);
        String typed = answers.optionalText(FEED_PLACE, 100);
        String place =
                typed == null ? null : Place.parse(typed).map(Place::code).orElse("");
        if (measure == null) {
            return null;
        }
        if (measure != FeedMeasure.WILL_USE) {
            topic = null;
        }
        if (kind != measure.kind()) {
            answers.reject(
                    MEASURE.name(),
                    measure == FeedMeasure.WILL_USE ? "project.refused.feed-share" : "project.refused.feed-kind");
        } else if (place != null && place.isEmpty()) {
            answers.reject(FEED_PLACE, "project.refused.place");
        } else if (of == null && line == null && partner == null && place == null && topic == null) {
            answers.reject(MEASURE.name(), "project.refused.feed");
        } else {
            return new FeedRule(
                    measure,
                    of,
                    line == null ? null : new ActionId(line),
                    place,
                    partner == null ? null : new OrganisationId(partner),
                    topic);
        }
        return null;
    }
}
