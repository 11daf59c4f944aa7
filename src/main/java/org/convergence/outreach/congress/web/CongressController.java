package org.convergence.outreach.congress.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.Gathering;
import org.convergence.outreach.congress.domain.Gathering.DeadlineState;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.Gathering.GatheringKind;
import org.convergence.outreach.congress.domain.GatheringDeadlineService;
import org.convergence.outreach.congress.domain.GatheringService;
import org.convergence.outreach.congress.domain.GatheringService.GatheringFilter;
import org.convergence.outreach.congress.domain.PassportQueries;
import org.convergence.outreach.congress.domain.RepresentationService;
import org.convergence.outreach.congress.web.CongressPage.CongressListPage;
import org.convergence.plan.calendar.ComingEntries;
import org.convergence.plan.calendar.ComingEntries.ComingEntry;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The unions' year: its list, and one gathering with its deadlines. */
@Controller
@RequestMapping("/outreach/congress")
@Requires(CongressPermissions.EDIT)
class CongressController {

    private static final Field<Boolean> PAST = Field.checkbox("past", "congress.filter.past");

    private static final List<ListColumn<Gathering>> COLUMNS = List.of(
            ListColumn.of("congress.field.organisation", Gathering::organisationName),
            ListColumn.formatted(
                    "congress.field.kind", (it, t) -> t.say(it.kind().key())),
            ListColumn.of("congress.field.title", Gathering::title),
            ListColumn.of("congress.field.begins", Gathering::beginsOn),
            ListColumn.of("congress.field.ends", Gathering::endsOn),
            ListColumn.of("congress.field.expected", Gathering::expected),
            ListColumn.of("congress.field.place", Gathering::place),
            ListColumn.formatted(
                    "congress.next",
                    (it, t) ->
                            it.nextKind() == null ? null : t.say(it.nextKind().key())),
            ListColumn.of("congress.field.due", Gathering::nextOn));

    private final GatheringService service;
    private final GatheringDeadlineService deadlines;
    private final RepresentationService representations;
    private final PassportQueries passports;
    private final ComingEntries entries;
    private final CongressForm forms;
    private final OrganisationSettings settings;
    private final ListView<GatheringFilter, Gathering> view;

    CongressController(
            GatheringService service,
            GatheringDeadlineService deadlines,
            RepresentationService representations,
            PassportQueries passports,
            ComingEntries entries,
            CongressForm forms,
            PartyChooser chooser,
            OrganisationSettings settings) {
        this.service = service;
        this.deadlines = deadlines;
        this.representations = representations;
        this.passports = passports;
        this.entries = entries;
        this.forms = forms;
        this.settings = settings;
        Field<OrganisationId> organisation = chooser.organisation(
                        CongressForm.ORGANISATION, "congress.field.organisation")
                .optional();
        this.view = new ListView<>(
                CongressPage.LIST,
                "congress.count",
                FormFields.of(
                        CongressListPage.WORDS.from(GatheringFilter::words),
                        CongressListPage.KIND.from(GatheringFilter::kind),
                        organisation.from(GatheringFilter::organisation),
                        PAST.<GatheringFilter>from(GatheringFilter::past).asTab()),
                answers -> new GatheringFilter(
                        answers.textOrEmpty(CongressListPage.WORDS),
                        answers.find(CongressListPage.KIND),
                        answers.find(organisation),
                        answers.get(PAST)),
                COLUMNS);
    }

    @GetMapping
    @Requires(CongressPermissions.READ)
    ModelAndView list(Form form, Words t) {
        return view.page(form, t, service::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private CongressListPage page(List<Gathering> rows, ListFrame frame, Words t) {
        Map<String, List<Gathering>> months = rows.stream()
                .collect(Collectors.groupingBy(
                        each -> t.capital(t.month(YearMonth.from(each.beginsOn()))),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return new CongressListPage(
                frame, months, settings.today(), frame.form().filled(PAST.name()), mayEdit());
    }

    static boolean mayEdit() {
        return CurrentActor.get().may(CongressPermissions.EDIT);
    }

    @GetMapping("/export.{format}")
    @Requires(CongressPermissions.READ)
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        view.export(format, t.say("congress.menu"), settings.today(), form, t, service::iterateAll, response);
    }

    @GetMapping("/{id}")
    @Requires(CongressPermissions.READ)
    ModelAndView show(@PathVariable GatheringId id) {
        return page(id, Form.blank());
    }

    private ModelAndView page(GatheringId id, Form form) {
        Gathering it = service.findById(id);
        return PageView.of(
                "outreach/congress/gathering",
                new CongressPage(
                        CongressPage.url(id),
                        it,
                        findMoved(it),
                        deadlines.findDeadlines(id),
                        representations.findByGathering(id),
                        passports.findPaths(id),
                        settings.today(),
                        mayEdit() ? form : null));
    }

    /** The entry of the reader's calendar of which it was made, if it has other days now. */
    private @Nullable ComingEntry findMoved(Gathering it) {
        return it.calendarKey() == null
                ? null
                : entries.findByKey(it.calendarKey())
                        .filter(entry -> !entry.day().equals(it.beginsOn())
                                || !entry.lastDay().equals(it.endsOn()))
                        .orElse(null);
    }

    /** A new gathering; {@code from} one that comes back after some years, in the same season. */
    @GetMapping("/new")
    ModelAndView open(Form asked) {
        UUID from = asked.read(answers -> answers.optionalId("from"));
        if (from == null) {
            return formPage(
                    null,
                    Form.blank()
                            .with(CongressForm.KIND.name(), GatheringKind.CONGRESS)
                            .with(CongressForm.RESPONSIBLE, CurrentActor.get().personId()));
        }
        Gathering last = service.findById(new GatheringId(from));
        int years = Objects.requireNonNullElse(last.everyYears(), 1);
        return formPage(
                null,
                CongressForm.open(last)
                        .with(CongressForm.BEGINS.name(), last.beginsOn().plusYears(years))
                        .with(CongressForm.ENDS.name(), last.endsOn().plusYears(years))
                        .with(CongressForm.EXPECTED.name(), "true")
                        .with(CongressForm.NOTICE.name(), null)
                        .with(CongressForm.SHOWN.name(), null)
                        .with(CongressForm.LINK.name(), null));
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return save(null, form);
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable GatheringId id) {
        Gathering it = service.findById(id);
        return formPage(it, CongressForm.open(it));
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable GatheringId id, Form form) {
        return save(service.findById(id), form);
    }

    private ModelAndView save(@Nullable Gathering it, Form form) {
        return form.submit(
                answers -> Map.entry(it == null ? 0 : answers.version(), forms.read(answers)),
                input -> saved(service.save(it == null ? null : it.id(), input.getKey(), input.getValue())),
                () -> formPage(it, form));
    }

    private static SeeOther saved(GatheringId id) {
        return SeeOther.to(CongressPage.url(id)).withNotice("congress.saved");
    }

    private ModelAndView formPage(@Nullable Gathering it, Form form) {
        String url = it == null ? CongressPage.LIST : CongressPage.url(it.id());
        return forms.page(it, url + (it == null ? "/new" : "/edit"), url, form);
    }

    @PostMapping("/{id}/deadlines")
    ModelAndView addDeadline(@PathVariable GatheringId id, Form form) {
        service.findById(id);
        return form.submit(
                CongressForm::readDeadline,
                facts -> {
                    UUID deadline = deadlines.addDeadline(id, facts);
                    return saved(id).withUndo(CongressPage.url(id) + "/deadlines/" + deadline + "/remove");
                },
                () -> page(id, form));
    }

    @PostMapping("/{id}/deadlines/{deadline}/{act}")
    ModelAndView setDeadline(@PathVariable GatheringId id, @PathVariable UUID deadline, @PathVariable String act) {
        SeeOther done = saved(id);
        if (act.equals("remove")) {
            deadlines.removeDeadline(id, deadline);
            return done;
        }
        DeadlineState state = DeadlineState.after(act).orElseThrow(() -> new NotFound("deadline"));
        DeadlineState before = deadlines.setDeadline(id, deadline, state);
        return state == DeadlineState.OPEN || state == before
                ? done
                : done.withUndo(CongressPage.url(id) + "/deadlines/" + deadline + "/" + before.act());
    }

    @PostMapping("/{id}/cancel")
    ModelAndView cancel(@PathVariable GatheringId id) {
        service.setCancelled(id, true);
        return SeeOther.to(CongressPage.url(id))
                .withNotice("congress.cancelled.done")
                .withUndo(CongressPage.url(id) + "/restore");
    }

    @PostMapping("/{id}/restore")
    ModelAndView restore(@PathVariable GatheringId id) {
        service.setCancelled(id, false);
        return saved(id);
    }
}
