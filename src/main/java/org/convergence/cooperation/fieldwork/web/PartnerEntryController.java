package org.convergence.cooperation.fieldwork.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.PartnerEntryState;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryQueries.PartnerEntryRow;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryService;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryService.AcceptanceFacts;
import org.convergence.directory.people.PartyUrls;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.currency.MissingRateLink;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.ExpenseProposals;
import org.convergence.resources.spending.SpendingPermissions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One entry: its page, accepting it, and returning it with a comment. */
@Controller
@RequestMapping("/cooperation/fieldwork/{id}")
@Requires(FieldworkPermissions.FOLLOW)
class PartnerEntryController {

    private static final int LONGEST_TITLE = 80;

    private final PartnerEntryService entries;
    private final PartnerEntryQueries queries;
    private final DocumentService documents;
    private final ExpenseProposals expenses;

    PartnerEntryController(
            PartnerEntryService entries,
            PartnerEntryQueries queries,
            DocumentService documents,
            ExpenseProposals expenses) {
        this.entries = entries;
        this.queries = queries;
        this.documents = documents;
        this.expenses = expenses;
    }

    @GetMapping
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
        return page(entry, accept, Form.named("back").atVersion(entry.version()), t);
    }

    private List<PlanLine> findServed(PartnerEntryRow entry) {
        return entry.kind() == PartnerEntryKind.HAPPENED ? queries.findServedLines(entry) : List.of();
    }

    private ModelAndView page(PartnerEntryRow entry, Form accept, Form back, Words t) {
        boolean open =
                entry.state() == PartnerEntryState.WAITING && CurrentActor.get().may(FieldworkPermissions.FOLLOW);
        boolean forAccountant =
                entry.kind() == PartnerEntryKind.SPENT && !CurrentActor.get().may(SpendingPermissions.RECORD);
        return PageView.of(
                "cooperation/fieldwork/entry",
                new PartnerEntryPage(
                        PartnerEntryPage.url(entry.id()),
                        entry.organisationName(),
                        PartyUrls.of(entry.organisation()),
                        entry.kind(),
                        entry.state().tone(),
                        t.say(entry.state().key()),
                        PartnerEntryFormatter.facts(entry, t),
                        entry.document() == null ? null : documents.findById(entry.document()),
                        entry.photograph() != null && entry.document() == null ? t.say("fieldwork.photo.coming") : null,
                        entry.became(),
                        open && !forAccountant ? accept : null,
                        open && forAccountant,
                        MissingRateLink.find(accept, PartnerEntryPage.url(entry.id())),
                        open ? back : null,
                        open
                                ? findServed(entry).stream()
                                        .map(line -> Option.of(line.id(), line.label()))
                                        .toList()
                                : List.of(),
                        open && entry.kind() == PartnerEntryKind.SPENT && !forAccountant ? lines(t) : List.of()));
    }

    private List<OptionGroup> lines(Words t) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        expenses.findOpenLines()
                .forEach(line -> groups.computeIfAbsent(line.budget(), budget -> new ArrayList<>())
                        .add(Option.of(
                                line.id().value(),
                                t.say("fieldwork.line.option", line.code(), line.label(), line.left()))));
        return groups.entrySet().stream()
                .map(group -> new OptionGroup(group.getKey(), group.getValue()))
                .toList();
    }

    private record EntryAcceptance(int version, AcceptanceFacts facts) {}

    @PostMapping("/accept")
    ModelAndView accept(@PathVariable PartnerEntryId id, Form form, Words t) {
        PartnerEntryRow entry = queries.findById(id);
        return form.submit(
                answers -> new EntryAcceptance(answers.version(), PartnerEntryForm.read(answers, entry.kind())),
                input -> {
                    String became = entries.accept(id, input.version(), input.facts());
                    return SeeOther.to(became == null ? PartnerEntryPage.LIST : became)
                            .withNotice("fieldwork.accepted." + entry.kind());
                },
                () -> page(queries.findById(id), form, Form.named("back").atVersion(entry.version()), t));
    }

    private record EntryReturn(int version, String comment) {}

    @PostMapping("/return")
    ModelAndView returnWithComment(@PathVariable PartnerEntryId id, Form form, Words t) {
        return form.submit(
                answers -> new EntryReturn(answers.version(), answers.get(PartnerEntryForm.COMMENT)),
                input -> {
                    entries.returnWithComment(id, input.version(), input.comment());
                    return SeeOther.to(PartnerEntryPage.LIST).withNotice("fieldwork.returned");
                },
                () -> page(queries.findById(id), Form.blank(), form, t));
    }
}
