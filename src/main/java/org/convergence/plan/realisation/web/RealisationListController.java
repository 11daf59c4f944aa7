package org.convergence.plan.realisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.MeansLine;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.RealisationColumn;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationListQueries;
import org.convergence.plan.realisation.domain.RealisationListQueries.RealisationFileRow;
import org.convergence.plan.realisation.domain.RealisationListQueries.RealisationRow;
import org.convergence.plan.realisation.web.RealisationListPage.ListScope;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Place;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of realisations, and its export. */
@Controller
@RequestMapping("/plan/realisation")
@Requires(RealisationPermissions.READ)
class RealisationListController {

    private static final int LATEST = 5;

    private static final Field<String> WORDS = Field.text("q", "realisation.filter.q", 1_000)
            .optional()
            .formattedBy((value, t) -> t.say("realisation.filter.words", value));
    private static final Field<String> PLACE = Field.<String>of(
                    "place", "realisation.field.place", RealisationListController::place, "")
            .optional()
            .formattedBy(RealisationListController::placeName);

    private static final List<ListColumn<RealisationFileRow>> COLUMNS = List.of(
            column(RealisationColumn.TITLE, row -> row.fact().happening().title()),
            column(RealisationColumn.FROM, row -> row.fact().happening().when().from()),
            column(RealisationColumn.TO, row -> row.fact().happening().when().to()),
            ListColumn.formatted(
                    RealisationColumn.KIND.key(),
                    (row, t) -> t.say(row.fact().happening().kind().key())),
            ListColumn.formatted(
                    RealisationColumn.STATE.key(),
                    (row, t) -> t.say(row.fact().state().key())),
            ListColumn.formatted(RealisationColumn.PLACE.key(), (row, t) -> {
                Place place = row.fact().happening().place();
                return place == null ? null : place.name(t);
            }),
            column(
                    RealisationColumn.ORGANISATIONS,
                    row -> row.fact().organisations().stream()
                            .map(OrganisationName::name)
                            .collect(Collectors.joining("; "))),
            number(RealisationColumn.COUNT, Participations::total),
            number(RealisationColumn.WOMEN, Participations::women),
            number(RealisationColumn.MEN, Participations::men),
            number(RealisationColumn.OTHER, Participations::other),
            number(RealisationColumn.NOT_STATED, Participations::notStated),
            number(RealisationColumn.YOUTH, Participations::youth),
            column(RealisationColumn.HOURS, row -> row.fact().amounts().staffHours()),
            column(
                    RealisationColumn.VOLUNTEER_HOURS,
                    row -> row.fact().amounts().volunteerHours()),
            column(RealisationColumn.COPIES, row -> row.fact().amounts().copies()),
            column(RealisationColumn.QUANTITY, row -> row.fact().amounts().quantity()),
            column(RealisationColumn.LINES, row -> String.join(", ", row.codes())),
            column(RealisationColumn.NARRATIVE, row -> row.fact().telling().narrative()),
            column(
                    RealisationColumn.LINKS,
                    row -> String.join(" ", row.fact().telling().links())),
            ListColumn.of("realisation.export.counts-for", row -> String.join("\n", row.countsFor())));

    private final RealisationListQueries list;
    private final ActionPlans plans;
    private final PartyChooser chooser;
    private final OrganisationSettings settings;
    private final ListView<RealisationFilter, RealisationRow> view;

    RealisationListController(
            RealisationListQueries list, ActionPlans plans, PartyChooser chooser, OrganisationSettings settings) {
        this.list = list;
        this.plans = plans;
        this.chooser = chooser;
        this.settings = settings;
        Field<LocalDate> from = day("from", "realisation.filter.from", "realisation.filter.since");
        Field<LocalDate> to = day("to", "realisation.filter.to", "realisation.filter.until");
        Field<RealisationKind> kind = RealisationListPage.KIND;
        Field<UUID> means =
                Field.id("means", "realisation.filter.means").optional().formattedBy((value, t) -> meansName(value));
        Field<UUID> action =
                Field.id("action", "realisation.field.action").optional().formattedBy((value, t) -> lineName(value));
        Field<OrganisationId> organisation = chooser.organisation("organisation", "realisation.filter.organisation")
                .optional();
        Field<ListScope> scope = ListScope.FIELD;
        this.view = new ListView<>(
                RealisationPage.LIST,
                "realisation.count",
                FormFields.of(
                        WORDS.from(RealisationFilter::words),
                        from.from(RealisationFilter::from),
                        to.from(RealisationFilter::to),
                        kind.from(RealisationFilter::kind),
                        PLACE.from(RealisationFilter::place),
                        means.from(RealisationFilter::means),
                        action.from(RealisationFilter::action),
                        organisation.from(RealisationFilter::organisation),
                        scope.<RealisationFilter>from(RealisationFilter::state).asTab()),
                answers -> {
                    UUID line = answers.find(action);
                    UUID meansId = answers.find(means);
                    return new RealisationFilter(
                            answers.textOrEmpty(WORDS),
                            answers.find(from),
                            answers.find(to),
                            line == null ? null : new ActionId(line),
                            meansId == null ? null : new MeansId(meansId),
                            answers.find(organisation),
                            answers.find(kind),
                            answers.find(PLACE),
                            Objects.requireNonNullElse(answers.find(scope), ListScope.DONE)
                                    .state());
                },
                List.of());
    }

    private static ListColumn<RealisationFileRow> column(
            RealisationColumn column, Function<RealisationFileRow, @Nullable Object> value) {
        return ListColumn.of(column.key(), value);
    }

    private static ListColumn<RealisationFileRow> number(
            RealisationColumn column, Function<Participations, @Nullable Integer> number) {
        return ListColumn.of(column.key(), row -> {
            Participations all = row.fact().happening().participations();
            return all == null ? null : number.apply(all);
        });
    }

    private static Field<LocalDate> day(String name, String label, String shown) {
        Field<LocalDate> day = Field.date(name, label).optional();
        return day.formattedBy((value, t) -> t.say(shown, day.words().apply(value, t)));
    }

    private static @Nullable String place(FormValues answers) {
        String code = answers.optionalText("place", Integer.MAX_VALUE);
        if (code != null
                && !code.equals(RealisationFilter.QUEBEC)
                && !code.equals(RealisationFilter.ABROAD)
                && Place.findByCode(code).isEmpty()) {
            answers.reject("place", "shell.form.choice");
        }
        return code;
    }

    private static String placeName(String code, Words t) {
        return switch (code) {
            case RealisationFilter.QUEBEC -> t.say("realisation.where.quebec");
            case RealisationFilter.ABROAD -> t.say("realisation.where.abroad");
            default -> String.valueOf(RealisationFormatter.place(code, t));
        };
    }

    private String lineName(String value) {
        return TextParser.id(value)
                .flatMap(id -> plans.findLinesById(List.of(new ActionId(id))).values().stream()
                        .findFirst())
                .map(ServedLineChoice::shortLabel)
                .orElse("–");
    }

    private String meansName(String value) {
        return means(value).stream()
                .flatMap(group -> group.options().stream())
                .filter(option -> option.value().equals(value))
                .findFirst()
                .map(Option::label)
                .orElse("–");
    }

    /** The means of the latest plans, of drafts last; of all if an older one is chosen: fifty years of plans are slow to read. */
    private List<OptionGroup> means(String chosen) {
        List<PlanSummary> all = plans.findAll();
        List<OptionGroup> latest = meansOf(all.stream().limit(LATEST).toList());
        boolean known = latest.stream()
                .flatMap(group -> group.options().stream())
                .anyMatch(option -> option.value().equals(chosen));
        return chosen.isEmpty() || known ? latest : meansOf(all);
    }

    private List<OptionGroup> meansOf(List<PlanSummary> some) {
        Map<PlanId, List<Option>> means = plans
                .findMeans(some.stream().map(PlanSummary::id).toList())
                .stream()
                .collect(Collectors.groupingBy(
                        MeansLine::plan,
                        Collectors.mapping(each -> Option.of(each.id().value(), each.label()), Collectors.toList())));
        return some.stream()
                .filter(plan -> means.containsKey(plan.id()))
                .sorted(Comparator.comparing(plan -> plan.status() == PlanStatus.DRAFT))
                .map(plan -> new OptionGroup(plan.title(), means.getOrDefault(plan.id(), List.of())))
                .toList();
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return view.page(form, t, list::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private RealisationListPage page(List<RealisationRow> rows, ListFrame frame, Words t) {
        Form form = frame.form();
        ListScope scope = ListScope.of(form);
        Actor actor = CurrentActor.get();
        return new RealisationListPage(
                frame,
                scope,
                Stream.of(ListScope.values())
                        .map(each -> each.tab(frame.address(), each == scope, t))
                        .toList(),
                RealisationOptions.places(List.of(), t),
                means(form.filled("means") ? form.value("means") : ""),
                chooser.knownOrganisations(form, "organisation", 1),
                RealisationListPage.RealisationMonth.group(rows, t),
                actor.may(RealisationPermissions.RECORD),
                actor.may(RealisationPermissions.IMPORT));
    }

    /** Exports exactly the filtered rows, streamed. */
    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        RealisationFilter filter = form.read(view.filter());
        String title = t.say("realisation.list");
        String name = title.toLowerCase(Locale.ROOT) + "-" + settings.today();
        ListView.write(format, name, title, COLUMNS, list.iterateAll(filter), t, response);
    }

    /** What was done, in dossiers. */
    @Bean
    static ThemeSection realisationsOfTheme() {
        return new ThemeSection(
                60,
                RealisationPermissions.READ,
                "realisation.list",
                RealisationPage.LIST,
                """
                        SELECT id, title, lower(kind) AS kind, NULL::text AS detail, ends_on AS day
                        FROM plan.realisation WHERE state = 'DONE' AND search_form LIKE ANY (:patterns)
                        """,
                (row, t) -> new ThemeLine(
                        RealisationPage.LIST + "/" + row.id(), row.title(), row.kindIn("realisation.kind.", t)));
    }
}
