package org.convergence.resources.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.BatchId;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.JournalFile;
import org.convergence.resources.ledger.JournalFile.JournalEntryLine;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.AccountantQueueService;
import org.convergence.resources.ledger.domain.BatchService;
import org.convergence.resources.ledger.domain.JournalQueries;
import org.convergence.resources.ledger.web.BatchPage.BatchClosingPage;
import org.convergence.resources.ledger.web.BatchPage.BatchesPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows, exports and closes batches. */
@Controller
@RequestMapping("/resources/ledger/batches")
@Requires(LedgerPermissions.READ)
record BatchController(BatchService batches, AccountantQueueService queue, JournalQueries journal) {

    private static final int SHOWN = 100;

    @GetMapping
    ModelAndView list(Words t) {
        return PageView.of(
                "resources/ledger/batches",
                new BatchesPage(
                        LedgerTabs.findVisible(LedgerUrls.BATCHES, t),
                        batches.findLatest(SHOWN).stream()
                                .map(it -> new BatchesPage.BatchRow(
                                        it.number(),
                                        LedgerUrls.batch(it.id()),
                                        t.say("ledger.batch.entries", it.entries()) + " · "
                                                + t.say("ledger.batch.opened", it.openedAt()),
                                        tone(it),
                                        state(it, t)))
                                .toList()));
    }

    private static Tone tone(BatchService.AccountantBatch it) {
        return it.closedAt() == null ? Tone.ACTIVE : Tone.OK;
    }

    private static String state(BatchService.AccountantBatch it, Words t) {
        Instant closed = it.closedAt();
        return closed == null ? t.say("ledger.batch.open") : t.say("ledger.batch.closed", t.dateTime(closed));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Words t) {
        BatchService.AccountantBatch it = batches.findById(new BatchId(id));
        boolean open = it.closedAt() == null && CurrentActor.get().may(LedgerPermissions.REVIEW);
        String url = LedgerUrls.batch(it.id());
        List<JournalQueries.JournalLine> lines = journal.findLines(it.id());
        Map<UUID, List<String>> postings = PostingsPart.byEntry(lines, t);
        return PageView.of(
                "resources/ledger/batch",
                new BatchPage(
                        t.say("ledger.batch.title", it.number()),
                        url,
                        t.say("ledger.batch.entries", it.entries()),
                        tone(it),
                        state(it, t),
                        batches.findEntries(it.id()).stream()
                                .map(each -> new BatchPage.BatchEntryRow(
                                        QueueEntryFormatter.row(each, postings, t),
                                        open ? url + "/entries/" + each.id().value() + "/open" : null))
                                .toList(),
                        sums(lines, t),
                        PostingsPart.of(t.say("ledger.posting.totals"), lines, t),
                        open && it.entries() > 0 ? url + "/close" : null));
    }

    private static List<String> sums(List<JournalQueries.JournalLine> lines, Words t) {
        Map<String, BigDecimal> debits = new TreeMap<>();
        Map<String, BigDecimal> credits = new TreeMap<>();
        lines.forEach(line -> {
            debits.merge(line.currency(), zero(line.debit()), BigDecimal::add);
            credits.merge(line.currency(), zero(line.credit()), BigDecimal::add);
        });
        return debits.keySet().stream()
                .map(currency -> t.say(
                        "ledger.batch.sums",
                        t.money(debits.getOrDefault(currency, BigDecimal.ZERO), currency),
                        t.money(credits.getOrDefault(currency, BigDecimal.ZERO), currency)))
                .toList();
    }

    private static BigDecimal zero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    @PostMapping("/{id}/entries/{entry}/open")
    @Requires(LedgerPermissions.REVIEW)
    ModelAndView open(@PathVariable UUID id, @PathVariable UUID entry) {
        queue.reopen(new EntryId(entry));
        return SeeOther.to(LedgerUrls.batch(new BatchId(id))).withNotice("ledger.batch.taken-out");
    }

    @GetMapping("/{id}/close")
    @Requires(LedgerPermissions.REVIEW)
    ModelAndView closing(@PathVariable UUID id, Words t) {
        return closing(batches.findById(new BatchId(id)), Form.blank(), t);
    }

    private ModelAndView closing(BatchService.AccountantBatch it, Form form, Words t) {
        return PageView.of(
                "resources/ledger/batch-close",
                new BatchClosingPage(
                        it.number(),
                        LedgerUrls.batch(it.id()),
                        form,
                        it.entries(),
                        sums(journal.findLines(it.id()), t).stream().collect(Collectors.joining("; "))));
    }

    @PostMapping("/{id}/close")
    @Requires(LedgerPermissions.REVIEW)
    ModelAndView close(@PathVariable UUID id, Form form, Words t) {
        BatchService.AccountantBatch it = batches.findById(new BatchId(id));
        return form.submit(
                answers -> it.id(),
                batch -> {
                    batches.close(batch);
                    return SeeOther.to(LedgerUrls.batch(batch)).withNotice("ledger.batch.closed.said", it.number());
                },
                () -> closing(it, form, t));
    }

    @GetMapping("/{id}/journal.{format}")
    void export(@PathVariable UUID id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        BatchService.AccountantBatch it = batches.findById(new BatchId(id));
        JournalFile.send(
                it.number(),
                format,
                journal.findLines(it.id()).stream()
                        .map(line -> new JournalEntryLine(
                                line.day(),
                                line.reference(),
                                line.account(),
                                line.accountName(),
                                line.amount(),
                                line.party(),
                                line.text(),
                                line.currency()))
                        .toList(),
                t,
                response);
    }
}
