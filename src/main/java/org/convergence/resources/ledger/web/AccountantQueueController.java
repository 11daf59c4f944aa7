package org.convergence.resources.ledger.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.AccountantQueueService;
import org.convergence.resources.ledger.domain.AccountantQueueService.EntryState;
import org.convergence.resources.ledger.domain.AccountantQueueService.QueueEntry;
import org.convergence.resources.ledger.domain.JournalQueries;
import org.convergence.resources.ledger.web.AccountantQueuePage.QueueEntryPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The accountant's queue: accepts entries, or returns them with a question that their author answers. */
@Controller
@RequestMapping("/resources/ledger/queue")
@Requires(LedgerPermissions.READ)
record AccountantQueueController(AccountantQueueService queue, JournalQueries journal) {

    private static final int SHOWN = 100;
    private static final int LONGEST = 1_000;
    private static final Pattern SEEN = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}:\\d{1,9}");

    @GetMapping
    ModelAndView show(Words t) {
        return page(Form.blank(), t);
    }

    private ModelAndView page(Form form, Words t) {
        List<QueueEntry> entries = queue.waiting(SHOWN);
        AccountantQueueService.QueueCounts waiting = queue.waiting();
        List<JournalQueries.JournalLine> lines =
                journal.findLines(entries.stream().map(QueueEntry::id).toList());
        Map<UUID, List<String>> postings = PostingsPart.byEntry(lines, t);
        return PageView.of(
                "resources/ledger/queue",
                new AccountantQueuePage(
                        LedgerTabs.findVisible(LedgerUrls.QUEUE, t),
                        form,
                        t.say(
                                AccountantQueuePage.isReaderAccountant()
                                        ? "ledger.queue.lead.yours"
                                        : "ledger.queue.lead",
                                waiting.all() - waiting.returned(),
                                waiting.returned()),
                        entries.stream()
                                .map(it -> QueueEntryFormatter.row(it, postings, t))
                                .toList(),
                        CurrentActor.get().may(LedgerPermissions.REVIEW),
                        Math.max(0, waiting.all() - entries.size()),
                        totals(entries, lines, t)));
    }

    /** The totals of proposed entries; returned ones wait for an answer. */
    private static PostingsPart totals(List<QueueEntry> entries, List<JournalQueries.JournalLine> lines, Words t) {
        Set<UUID> open = entries.stream()
                .filter(it -> it.state() == EntryState.PROPOSED)
                .map(it -> it.id().value())
                .collect(Collectors.toSet());
        return PostingsPart.of(
                t.say("ledger.posting.shown", open.size()),
                lines.stream().filter(it -> open.contains(it.entry())).toList(),
                t);
    }

    /** The postings of the ticked entries, or of all shown entries if none is ticked. */
    @PostMapping("/totals")
    @Requires(LedgerPermissions.REVIEW)
    ModelAndView totals(Form form, Words t) {
        Set<EntryId> chosen = seen(form.values("entry")).keySet();
        Set<EntryId> of = chosen.isEmpty() ? seen(form.values("shown")).keySet() : chosen;
        String title = t.say(chosen.isEmpty() ? "ledger.posting.shown" : "ledger.posting.chosen", of.size());
        return PageView.fragment("resources/ledger/postings", PostingsPart.of(title, journal.findLines(of), t));
    }

    @PostMapping
    @Requires(LedgerPermissions.REVIEW)
    ModelAndView accept(Form form, Words t) {
        List<String> seen = form.filled("all") ? form.values("shown") : form.values("entry");
        return form.submit(
                answers -> {
                    Map<EntryId, Integer> entries = seen(seen);
                    if (entries.isEmpty()) {
                        form.refuse("ledger.refused.none-chosen");
                    }
                    return entries;
                },
                chosen -> {
                    int accepted = queue.acceptSeen(chosen);
                    return accepted < chosen.size()
                            ? SeeOther.to(LedgerUrls.QUEUE)
                                    .withWarning("ledger.queue.accepted-some", accepted, chosen.size() - accepted)
                            : SeeOther.to(LedgerUrls.QUEUE).withNotice("ledger.queue.accepted", accepted);
                },
                () -> page(form, t));
    }

    private static Map<EntryId, Integer> seen(List<String> texts) {
        Map<EntryId, Integer> seen = new HashMap<>();
        for (String text : texts) {
            if (SEEN.matcher(text).matches()) {
                int colon = text.indexOf(':');
                seen.put(
                        new EntryId(UUID.fromString(text.substring(0, colon))),
                        Integer.parseInt(text.substring(colon + 1)));
            }
        }
        return seen;
    }

    @GetMapping("/{id}")
    ModelAndView entry(@PathVariable UUID id, Words t) {
        QueueEntry it = queue.findById(new EntryId(id));
        Form blank = Form.blank().atVersion(it.version());
        return page(it, blank, blank, t);
    }

    private ModelAndView page(QueueEntry it, Form ask, Form reply, Words t) {
        boolean reviews = CurrentActor.get().may(LedgerPermissions.REVIEW);
        boolean records = CurrentActor.get().may(LedgerPermissions.RECORD);
        String thing = QueueEntryFormatter.documentUrl(it);
        return PageView.of(
                "resources/ledger/entry",
                new QueueEntryPage(
                        QueueEntryFormatter.row(it, PostingsPart.byEntry(journal.findLines(List.of(it.id())), t), t),
                        thing == null ? LedgerUrls.QUEUE : thing,
                        queue.findAuthor(it.id()).orElse(null),
                        reviews && it.state() == EntryState.PROPOSED ? ask : null,
                        records && it.state() == EntryState.RETURNED ? reply : null));
    }

    private record EntryMessage(int version, String text) {}

    @PostMapping("/{id}/ask")
    @Requires(LedgerPermissions.REVIEW)
    ModelAndView ask(@PathVariable UUID id, Form form, Words t) {
        QueueEntry it = queue.findById(new EntryId(id));
        return form.submit(
                answers -> new EntryMessage(answers.version(), answers.text("question", LONGEST)),
                said -> queue.returnWithQuestion(it.id(), said.version(), said.text()),
                SeeOther.to(LedgerUrls.QUEUE).withNotice("ledger.queue.asked"),
                () -> page(queue.findById(it.id()), form, Form.blank().atVersion(it.version()), t));
    }

    @PostMapping("/{id}/answer")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView answer(@PathVariable UUID id, Form form, Words t) {
        QueueEntry it = queue.findById(new EntryId(id));
        return form.submit(
                answers -> new EntryMessage(answers.version(), answers.text("answer", LONGEST)),
                said -> {
                    queue.answer(it.id(), said.version(), said.text());
                    return SeeOther.to(LedgerUrls.QUEUE).withNotice("ledger.queue.answered.said");
                },
                () -> page(queue.findById(it.id()), Form.blank().atVersion(it.version()), form, t));
    }
}
