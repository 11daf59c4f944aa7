package org.convergence.resources.dues.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Attachment;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.CallKeeping;
import org.convergence.resources.dues.domain.CallLaunching;
import org.convergence.resources.dues.domain.CallLines;
import org.convergence.resources.dues.domain.CallLines.CallLine;
import org.convergence.resources.dues.domain.CallTotal;
import org.convergence.resources.dues.domain.PostBundle;
import org.convergence.resources.dues.domain.Revisions;
import org.convergence.resources.membership.MembershipId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows, issues and revises one call. */
@Controller
@RequestMapping("/resources/dues/calls/{id}")
@Requires(DuesPermissions.CALL)
class CallController {

    private final CallKeeping calls;
    private final CallLines lines;
    private final CallPages pages;
    private final CallLaunching launching;
    private final Revisions revisions;
    private final PostBundle bundle;

    CallController(
            CallKeeping calls,
            CallLines lines,
            CallPages pages,
            CallLaunching launching,
            Revisions revisions,
            PostBundle bundle) {
        this.calls = calls;
        this.lines = lines;
        this.pages = pages;
        this.launching = launching;
        this.revisions = revisions;
        this.bundle = bundle;
    }

    @GetMapping
    @Requires(DuesPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Form form, Words t) {
        CallKeeping.Kept call = calls.one(new CallId(id));
        return Page.either("resources/dues/call", "resources/dues/call-rows", pages.of(call, CallFilter.read(form), t));
    }

    /** Asks for confirmation before the issue. */
    @GetMapping("/issue")
    ModelAndView confirm(@PathVariable UUID id, Words t) {
        CallKeeping.Kept call = calls.one(new CallId(id));
        return confirming(
                call, Form.blank().with("due", launching.lateDueDay(call.id()).orElse(null)), t);
    }

    @PostMapping("/issue")
    ModelAndView issue(@PathVariable UUID id, Form form, Words t) {
        CallKeeping.Kept call = calls.one(new CallId(id));
        return form.submit(
                answers -> new Days(answers.optionalDate("sent"), answers.optionalDate("due")),
                said -> said.sent() == null
                        ? Go.to("/platform/jobs/" + launching.begin(call.id(), said.due()))
                        : Go.to(Urls.call(call.id()))
                                .saying("dues.entered", launching.enter(call.id(), said.sent(), said.due())),
                () -> confirming(call, form, t));
    }

    private record Days(@Nullable LocalDate sent, @Nullable LocalDate due) {}

    private ModelAndView confirming(CallKeeping.Kept call, Form form, Words t) {
        CallTotal total = lines.total(call);
        return Page.of(
                "resources/dues/issue",
                new IssuePage(
                        call.facts().name(),
                        Urls.call(call.id()),
                        t.say("dues.issue.goes", total.askable(), t.money(total.sums())),
                        t.say(
                                "dues.issue.ways",
                                total.askable() - total.byPost() - total.unreachableMany(),
                                total.byPost() + total.unreachableMany()),
                        t.say("dues.issue", total.askable()),
                        launching.lateDueDay(call.id()).isPresent(),
                        launching.preview(call.id()),
                        form));
    }

    /** Excludes a member, or includes it again. */
    @PostMapping("/members/{membership}")
    ModelAndView leaveOut(@PathVariable UUID id, @PathVariable UUID membership, Form form, Words t) {
        CallId call = calls.one(new CallId(id)).id();
        boolean out = form.filled("out");
        String reason = form.read(answers -> answers.optionalText("reason", 300));
        calls.leaveOut(
                call,
                new MembershipId(membership),
                out ? reason == null ? t.say("dues.call.out.usual") : reason : null);
        return Go.to(Urls.call(call)).saying(out ? "dues.call.left-out" : "dues.call.taken-in");
    }

    @PostMapping("/revisions/{membership}")
    ModelAndView revise(@PathVariable UUID id, @PathVariable UUID membership, Form form, Words t) {
        CallId call = calls.one(new CallId(id)).id();
        Revisions.Settled it = revisions.settle(call, new MembershipId(membership), form.filled("rest"));
        boolean byHand = it.made().isZero() && !it.difference().isZero();
        return Go.to(Urls.call(call))
                .saying(
                        byHand ? "dues.revised.by-hand" : "dues.revised",
                        t.money((byHand ? it.difference() : it.made()).abs()));
    }

    @PostMapping("/drop")
    ModelAndView drop(@PathVariable UUID id) {
        calls.drop(new CallId(id));
        return Go.to(Urls.CALLS).saying("dues.call.dropped");
    }

    /** Writes the letters to be printed for a day as one PDF. */
    @GetMapping("/print.pdf")
    @Requires(DuesPermissions.READ)
    void print(@PathVariable UUID id, Form form, HttpServletResponse response) throws IOException {
        CallKeeping.Kept call = calls.one(new CallId(id));
        PostBundle.Batch asked = bundle.batches(call.id()).stream()
                .filter(it -> !form.filled("day") || it.day().toString().equals(form.value("day")))
                .filter(it ->
                        !form.filled("part") || Integer.toString(it.part()).equals(form.value("part")))
                .findFirst()
                .orElseThrow(() -> new Refused("dues.refused.nothing-printed"));
        PostBundle.Bound bound = bundle.of(call.id(), asked);
        try (bound) {
            Attachment.begin(
                    response,
                    Slug.of(call.facts().name() + " " + asked.day() + (asked.parts() > 1 ? " " + asked.part() : ""))
                            + ".pdf",
                    "application/pdf");
            bound.write(response.getOutputStream());
        }
    }

    @GetMapping("/export.{format}")
    @Requires(DuesPermissions.READ)
    void export(@PathVariable UUID id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        TableFormat as = TableFormat.of(format).orElseThrow(() -> new NotFound("format"));
        CallKeeping.Kept call = calls.one(new CallId(id));
        List<String> head = List.of(
                t.say("membership.field.name"),
                t.say("membership.field.headcount"),
                t.say("membership.field.counted_on"),
                t.say("dues.field.amount"),
                t.say("dues.field.difference"),
                t.say("dues.field.payer"),
                t.say("dues.field.mail"),
                t.say("dues.field.invoice"),
                t.say("dues.call.owed"));
        List<List<@Nullable Object>> rows =
                lines.all(call).stream().map(CallController::cells).toList();
        Attachment.begin(response, Slug.of(call.facts().name()) + "." + as.extension(), as.mediaType());
        TableWriter.write(as, call.facts().name(), head, rows.iterator(), t, response.getOutputStream());
    }

    private static List<@Nullable Object> cells(CallLine line) {
        var used = line.share().headcount();
        var invoice = line.invoice();
        Money asked = line.asked();
        Money amount = asked == null ? line.amount() : asked;
        Money balance = line.balance();
        return Arrays.asList(
                line.share().member().name(),
                used == null ? null : used.number(),
                used == null ? null : used.on(),
                amount == null ? null : amount.getAmount(),
                line.share().difference(),
                line.share().reach().name(),
                line.share().reach().mail(),
                invoice == null ? null : invoice.number(),
                balance == null ? null : balance.getAmount());
    }
}
