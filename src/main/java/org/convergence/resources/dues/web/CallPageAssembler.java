package org.convergence.resources.dues.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.convergence.directory.people.PartyUrls;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.ListSlice;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.CallFacts;
import org.convergence.resources.dues.domain.CallLetterService;
import org.convergence.resources.dues.domain.CallLineQueries;
import org.convergence.resources.dues.domain.CallLineQueries.CallLine;
import org.convergence.resources.dues.domain.CallTotal;
import org.convergence.resources.dues.domain.DuesCallService;
import org.convergence.resources.dues.domain.DuesReminderService;
import org.convergence.resources.dues.domain.HeadcountRevisionService;
import org.convergence.resources.dues.domain.PostalBundleWriter;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.InvoiceLetterSource.InvoiceLetter;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a call. */
@Component
record CallPageAssembler(
        CallLineQueries lines,
        DuesReminderService reminding,
        HeadcountRevisionService revisions,
        PostalBundleWriter bundle,
        CallLetterService letters,
        OrganisationSettings settings) {

    CallPage assemble(DuesCallService.StoredCall call, CallFilter filter, Words t) {
        String url = DuesUrls.call(call.id());
        boolean keeps = CurrentActor.get().may(DuesPermissions.CALL);
        CallTotal total = lines.computeTotal(call);
        int due = call.issuedOn() == null ? 0 : reminding.due(call.id());
        LocalDate today = settings.today();
        ListSlice<CallLine> slice = filter.lines(lines, call, today);
        String next = slice.next();
        PageAddress here = filter.address(url);
        Map<InvoiceId, List<InvoiceLetter>> sent = letters.findByInvoices(slice.rows().stream()
                .flatMap(it -> it.invoices().stream())
                .map(InvoiceQueries.InvoiceSummary::id)
                .toList());
        CallLetterService.CallLetterSummary summary = letters.summarize(call.id());
        return new CallPage(
                call.facts().name(),
                url,
                lead(call, t),
                facts(call.facts(), total, CallLetterFormatter.summary(summary, t), t),
                call.issuedOn() == null || total.askable() > 0 ? notes(total, t) : List.of(),
                keeps && total.askable() > 0
                        ? new CallPage.CallAction(t.say("dues.call.issue", total.askable()), url + "/issue")
                        : null,
                keeps ? since(call, t) : null,
                keeps && due > 0 ? new CallPage.CallAction(t.say("dues.call.remind", due), url + "/remind") : null,
                CallLetterFormatter.part(summary, url, keeps, t),
                bundle.findBatches(call.id()).stream()
                        .map(it -> print(it, url, t))
                        .toList(),
                keeps,
                call.issuedOn() != null,
                revisions.findByCall(call.id()).stream()
                        .map(it -> revised(it, url, t))
                        .toList(),
                filter.form(),
                CallFilter.states(t),
                filter.head(url, "membership.field.name", CallFilter.CallOrder.NAME, t),
                filter.head(url, "dues.field.amount", CallFilter.CallOrder.AMOUNT, t),
                filter.head(url, "dues.field.state", CallFilter.CallOrder.STATE, t),
                slice.rows().stream()
                        .map(it -> CallRowFormatter.row(
                                it, call, today, keeps, CallLetterFormatter.describeLast(last(it, sent), t), t))
                        .toList(),
                filter.after() == null ? null : here.toString(),
                next == null ? null : here.with("after", next).toString());
    }

    private static @Nullable List<InvoiceLetter> last(CallLine line, Map<InvoiceId, List<InvoiceLetter>> sent) {
        return line.invoices().isEmpty()
                ? null
                : sent.get(line.invoices().get(line.invoices().size() - 1).id());
    }

    private static CallPage.CallAction print(PostalBundleWriter.PostalBatch it, String url, Words t) {
        String day = t.date(it.day());
        return new CallPage.CallAction(
                it.parts() == 1
                        ? t.say("dues.call.print.day", day, it.letters())
                        : t.say("dues.call.print.part", day, it.part(), it.parts(), it.letters()),
                PageAddress.of(url + "/print.pdf")
                        .with("day", it.day().toString())
                        .with("part", Integer.toString(it.part()))
                        .toString());
    }

    private CallPage.@Nullable CallAction since(DuesCallService.StoredCall call, Words t) {
        int newcomers = lines.countNewcomers(call);
        return newcomers == 0
                ? null
                : new CallPage.CallAction(
                        t.say("dues.call.newcomers", newcomers),
                        DuesUrls.CALLS + "/new?after=" + call.id().value());
    }

    private static String lead(DuesCallService.StoredCall call, Words t) {
        String detail = t.say(
                "dues.call.detail",
                t.say(call.facts().kind().key()),
                t.date(call.facts().reference()),
                t.date(call.facts().dueOn()));
        return call.issuedOn() == null ? detail : detail + " · " + t.say("dues.call.issued", t.date(call.issuedOn()));
    }

    private static List<CallPage.CallFigure> facts(CallFacts call, CallTotal total, String letters, Words t) {
        List<CallPage.CallFigure> facts = new ArrayList<>();
        facts.add(new CallPage.CallFigure(t.say("dues.call.members"), t.number(total.members())));
        if (total.askable() > 0) {
            facts.add(new CallPage.CallFigure(
                    t.say("dues.call.to-ask"), t.say("dues.call.sums", total.askable(), t.money(total.sums()))));
        }
        if (total.issued() > 0) {
            facts.add(new CallPage.CallFigure(
                    t.say("dues.call.asked"), t.say("dues.call.sums", total.issued(), t.money(total.asked()))));
            facts.add(new CallPage.CallFigure(t.say("dues.call.owed"), t.money(total.owed())));
        }
        if (!letters.isEmpty()) {
            facts.add(new CallPage.CallFigure(t.say("dues.letters"), t.capital(letters)));
        }
        if (total.gone() > 0) {
            facts.add(new CallPage.CallFigure(t.say("dues.call.gone"), t.number(total.gone())));
        }
        LocalDate from = call.leafletsFrom();
        LocalDate until = call.leafletsUntil();
        if (from != null && until != null) {
            facts.add(new CallPage.CallFigure(
                    t.say("dues.call.enclosed"), t.say("dues.call.leaflets", t.period(from, until))));
        }
        return facts;
    }

    private static List<String> notes(CallTotal total, Words t) {
        List<String> notes = new ArrayList<>();
        named(notes, "dues.call.note.lacking", total.lackingMany(), total.lacking(), t);
        named(notes, "dues.call.note.unreachable", total.unreachableMany(), total.unreachable(), t);
        named(notes, "dues.call.note.returned", total.returnedMany(), total.returned(), t);
        if (total.refusingMany() > 0) {
            notes.add(t.say("dues.call.note.refusing", total.refusingMany()) + " "
                    + total.refusing().stream()
                            .map(it -> t.say("dues.call.note.refusing.who", it.name(), t.say(it.reason())))
                            .collect(Collectors.joining(" "))
                    + (total.refusingMany() > total.refusing().size() ? " …" : ""));
        }
        if (total.unsigned() > 0) {
            notes.add(t.say("dues.call.note.unsigned", total.unsigned()));
        }
        if (total.carriedOver() > 0) {
            notes.add(t.say("dues.note.carried", total.carriedOver()));
        }
        if (total.byPost() > 0) {
            notes.add(t.say("dues.call.note.post", total.byPost()));
        }
        if (total.excluded() > 0) {
            notes.add(t.say("dues.call.note.out", total.excluded()));
        }
        if (total.askedBefore() > 0) {
            notes.add(t.say("dues.call.note.before", total.askedBefore()));
        }
        if (total.leaving() > 0) {
            notes.add(t.say("dues.call.note.leaving", total.leaving()));
        }
        return notes;
    }

    private static void named(List<String> notes, String key, int many, List<String> names, Words t) {
        if (many > 0) {
            notes.add(t.say(key, many) + " " + String.join(", ", names) + (many > names.size() ? "…" : "."));
        }
    }

    private static CallPage.RevisionRow revised(HeadcountRevisionService.HeadcountRevision it, String url, Words t) {
        Money difference = it.difference();
        boolean byHand = difference.isNegative() && it.byHand().isPositive();
        return new CallPage.RevisionRow(
                it.name(),
                PartyUrls.of(it.organisation()),
                t.say(
                                "dues.revised.detail",
                                it.before(),
                                it.now().headcount().facts().number(),
                                t.date(it.now().headcount().facts().countedOn()))
                        + (byHand ? " · " + t.say("dues.revised.had", t.money(it.byHand())) : ""),
                (difference.isPositive() ? "+" : "") + t.money(difference),
                t.say(
                        difference.isZero()
                                ? "dues.revised.note"
                                : difference.isPositive() ? "dues.revised.ask" : "dues.revised.credit"),
                url + "/revisions/" + it.membership().value(),
                difference.isPositive(),
                byHand ? t.say("dues.revised.rest", t.money(it.remainingCredit().abs())) : null);
    }
}
