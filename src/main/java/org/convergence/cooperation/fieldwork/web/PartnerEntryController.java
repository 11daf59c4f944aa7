package org.convergence.cooperation.fieldwork.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.PartnerDraftService;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries.PartnerEntryFilter;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRow;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryService;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryService.AcceptanceFacts;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryService.AcceptedEntry;
import org.convergence.cooperation.fieldwork.domain.SentEntry;
import org.convergence.cooperation.fieldwork.domain.SentEntry.EntryStanding;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryState;
import org.convergence.cooperation.fieldwork.web.PartnerEntryPage.PartnerEntryListItem;
import org.convergence.cooperation.fieldwork.web.PartnerEntryPage.PartnerEntryListPage;
import org.convergence.cooperation.project.PartnerFigures;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.directory.people.PartyUrls;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.currency.MissingRateLink;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.ExpenseProposals;
import org.convergence.resources.spending.SpendingPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What partners sent, by state, and one entry: accepted or returned. */
@Controller
@RequestMapping("/cooperation/fieldwork")
@Requires(FieldworkPermissions.FOLLOW)
record PartnerEntryController(
        PartnerEntryService entries,
        PartnerDraftService drafts,
        PartnerEntryQueries queries,
        DocumentService documents,
        ExpenseProposals expenses,
        PartnerFigures figures,
        OrganisationSettings settings) {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_LINE = 140;
    private static final ListView<PartnerEntryFilter, PartnerEntryRow> VIEW = new ListView<>(
            PartnerEntryPage.LIST,
            "cooperation/fieldwork/entries",
            "fieldwork.count",
            FormFields.of(PartnerEntryForm.STATE
                    .<PartnerEntryFilter>from(PartnerEntryFilter::state)
                    .asTab()),
            answers -> new PartnerEntryFilter(
                    Objects.requireNonNullElse(answers.find(PartnerEntryForm.STATE), PartnerEntryState.WAITING), null),
            List.of());

    @GetMapping("/{id}")
    @Requires(FieldworkPermissions.READ)
    ModelAndView show(@PathVariable PartnerEntryId id, Words t) {
        PartnerEntryRow entry = queries.findById(id);
        Form accept = Form.blank()
                .atVersion(entry.version())
                .with(
                        PartnerEntryForm.TITLE.name(),
                        TextShortener.shorten(
                                entry.details().lines().findFirst().orElse(""), LONGEST_TITLE));
        List<PlanLine> served = findServed(entry);
        if (served.size() == 1) {
            accept.with(PartnerEntryForm.SERVED, served.get(0).id());
        }
        return page(entry, accept, Form.named("back").atVersion(entry.version()), PartnerEntryForm.draft(entry), t);
    }

    private List<PlanLine> findServed(PartnerEntryRow entry) {
        return entry.kind() == PartnerEntryKind.HAPPENED ? queries.findServedLines(entry) : List.of();
    }

    private ModelAndView page(PartnerEntryRow entry, Form accept, Form back, Form draft, Words t) {
        boolean may = CurrentActor.get().may(FieldworkPermissions.FOLLOW);
        boolean open = may && entry.state() == PartnerEntryState.WAITING;
        boolean forAccountant =
                entry.kind() == PartnerEntryKind.SPENT && !CurrentActor.get().may(SpendingPermissions.RECORD);
        return PageView.of(
                "cooperation/fieldwork/entry",
                new PartnerEntryPage(
                        PartnerEntryPage.url(entry.id()),
                        entry.organisationName(),
                        PartyUrls.of(entry.organisation()),
                        entry.kind(),
                        entry.tone(),
                        t.say("fieldwork.state." + entry.stateKey()),
                        PartnerEntryFormatter.facts(entry, t),
                        entry.document() == null ? null : documents.findById(entry.document()),
                        entry.photograph() != null && entry.document() == null ? t.say("fieldwork.photo.coming") : null,
                        entry.standing() == EntryStanding.GONE ? null : entry.became(),
                        entry.isFromWorkbook() && open
                                ? PartnerEntryFormatter.changes(queries.findRowChange(entry.id()), t)
                                : List.of(),
                        open && !forAccountant ? accept : null,
                        open && forAccountant,
                        MissingRateLink.find(accept, PartnerEntryPage.url(entry.id())),
                        open ? back : null,
                        may && entry.state() == PartnerEntryState.DRAFT ? draft : null,
                        open && entry.isDayDoubtful(),
                        open
                                ? findServed(entry).stream()
                                        .map(line -> Option.of(line.id(), line.label()))
                                        .toList()
                                : List.of(),
                        !open || forAccountant
                                ? List.of()
                                : entry.kind() == PartnerEntryKind.SPENT
                                        ? lines(entry, t)
                                        : entry.kind() == PartnerEntryKind.FIGURES ? indicators(entry, t) : List.of(),
                        titleHelp(entry, t)));
    }

    /** The words of a partner are proposed as a title, which stands in our papers. */
    private @Nullable String titleHelp(PartnerEntryRow entry, Words t) {
        String papers = settings.current().spoken().get(0);
        return entry.language().equals(papers)
                ? null
                : t.say("fieldwork.title.language", t.languageName(entry.language()), t.languageName(papers));
    }

    private List<OptionGroup> indicators(PartnerEntryRow entry, Words t) {
        if (entry.figure() == null || !CurrentActor.get().may(ProjectPermissions.EDIT)) {
            return List.of();
        }
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        figures.findOpen(entry.organisation())
                .forEach(each -> groups.computeIfAbsent(each.project(), project -> new ArrayList<>())
                        .add(Option.of(
                                each.indicator().value() + ":" + each.period().value(),
                                t.capital(t.period(each.startsOn(), each.endsOn())) + " · " + each.wording())));
        return groups(groups);
    }

    /** The budget lines, those of the partner's own projects first. */
    private List<OptionGroup> lines(PartnerEntryRow entry, Words t) {
        Set<String> own = queries.findFundingSubjects(entry.organisation());
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        expenses.findOpenLines().stream()
                .sorted(Comparator.comparing(line -> !own.contains(line.subject())))
                .forEach(line -> groups.computeIfAbsent(line.budget(), budget -> new ArrayList<>())
                        .add(Option.of(
                                line.id().value(),
                                t.say("fieldwork.line.option", line.code(), line.label(), line.left()))));
        return groups(groups);
    }

    private static List<OptionGroup> groups(Map<String, List<Option>> groups) {
        return groups.entrySet().stream()
                .map(group -> new OptionGroup(group.getKey(), group.getValue()))
                .toList();
    }

    private record EntryAcceptance(int version, AcceptanceFacts facts) {}

    @PostMapping("/{id}/accept")
    ModelAndView accept(@PathVariable PartnerEntryId id, Form form, Words t) {
        PartnerEntryRow entry = queries.findById(id);
        return form.submit(
                answers -> new EntryAcceptance(answers.version(), PartnerEntryForm.read(answers, entry)),
                input -> {
                    AcceptedEntry accepted = entries.accept(id, input.version(), input.facts());
                    return SeeOther.to(accepted.page() == null ? PartnerEntryPage.LIST : accepted.page())
                            .withNotice("fieldwork.accepted."
                                    + (entry.isChanged()
                                            ? accepted.corrected() ? "CORRECTED" : "CHANGED"
                                            : input.facts().counted() == null ? entry.kind() : "COUNTED"));
                },
                () -> page(queries.findById(id), form, Form.named("back").atVersion(entry.version()), Form.blank(), t));
    }

    private record EntryReturn(int version, String comment) {}

    @PostMapping("/{id}/return")
    ModelAndView returnWithComment(@PathVariable PartnerEntryId id, Form form, Words t) {
        return form.submit(
                answers -> new EntryReturn(answers.version(), answers.get(PartnerEntryForm.COMMENT)),
                input -> {
                    entries.returnWithComment(id, input.version(), input.comment());
                    return SeeOther.to(PartnerEntryPage.LIST).withNotice("fieldwork.returned");
                },
                () -> page(queries.findById(id), Form.blank(), form, Form.blank(), t));
    }

    private record DraftConfirmation(int version, SentEntry sent) {}

    /** What the partner confirmed by message, where it does not open its page. */
    @PostMapping("/{id}/confirm")
    ModelAndView confirm(@PathVariable PartnerEntryId id, Form form, Words t) {
        PartnerEntryRow draft = queries.findById(id);
        return form.submit(
                answers -> new DraftConfirmation(answers.version(), PartnerEntryForm.readConfirmed(answers, draft)),
                input -> {
                    drafts.confirm(id, input.version(), input.sent());
                    return SeeOther.to(PartnerEntryPage.url(id)).withNotice("fieldwork.confirmed");
                },
                () -> page(draft, Form.blank(), Form.blank(), form, t));
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@PathVariable PartnerEntryId id) {
        drafts.discard(id);
        return SeeOther.to(PartnerEntryPage.LIST).withNotice("fieldwork.discarded");
    }

    @Bean
    static MenuEntry fieldworkMenuEntry() {
        return MenuEntry.of("fieldwork.menu", PartnerEntryPage.LIST).requiring(FieldworkPermissions.READ);
    }

    @Requires(FieldworkPermissions.READ)
    @GetMapping
    ModelAndView list(Form form, Words t) {
        if (!form.filled("sort") && form.filled(PartnerEntryForm.STATE.name())) {
            form.with("sort", "latest");
        }
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private static PartnerEntryListPage page(List<PartnerEntryRow> rows, ListFrame frame, Words t) {
        String shown = frame.form().value(PartnerEntryForm.STATE.name());
        return new PartnerEntryListPage(
                frame,
                Stream.of(
                                PartnerEntryState.WAITING,
                                PartnerEntryState.RETURNED,
                                PartnerEntryState.DRAFT,
                                PartnerEntryState.ACCEPTED)
                        .map(state -> new Tab(
                                t.say(state.key()),
                                PartnerEntryPage.LIST
                                        + (state == PartnerEntryState.WAITING ? "" : "?state=" + state.name()),
                                shown.equals(state.name()) || (shown.isEmpty() && state == PartnerEntryState.WAITING)))
                        .toList(),
                rows.stream().map(row -> item(row, t)).toList(),
                CurrentActor.get().may(FieldworkPermissions.FOLLOW));
    }

    private static PartnerEntryListItem item(PartnerEntryRow row, Words t) {
        String said = PartnerEntryFormatter.describe(row, t);
        return new PartnerEntryListItem(
                PartnerEntryPage.url(row.id()),
                row.organisationName() + " · " + t.say(row.kind().key()),
                TextShortener.shorten(said, LONGEST_LINE),
                row.tone(),
                t.say("fieldwork.received", row.receivedOn()));
    }
}
