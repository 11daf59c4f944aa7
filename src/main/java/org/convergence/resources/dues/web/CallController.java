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
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Slug;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.CallLaunchService;
import org.convergence.resources.dues.domain.CallLineQueries;
import org.convergence.resources.dues.domain.CallLineQueries.CallLine;
import org.convergence.resources.dues.domain.CallTotal;
import org.convergence.resources.dues.domain.DuesCallService;
import org.convergence.resources.dues.domain.HeadcountRevisionService;
import org.convergence.resources.dues.domain.PostalBundleWriter;
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
record CallController(
        DuesCallService calls,
        CallLineQueries lines,
        CallPageAssembler pages,
        CallLaunchService callLaunchService,
        HeadcountRevisionService revisions,
        PostalBundleWriter bundle) {

    @GetMapping
    @Requires(DuesPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Form form, Words t) {
        DuesCallService.StoredCall call = calls.findById(new CallId(id));
        return PageView.pageOrFragment(
                "resources/dues/call", "resources/dues/call-rows", pages.assemble(call, CallFilter.read(form), t));
    }

    /** Asks for confirmation before the issue. */
    @GetMapping("/issue")
    ModelAndView confirm(@PathVariable UUID id, Words t) {
        DuesCallService.StoredCall call = calls.findById(new CallId(id));
        return confirming(
                call,
                Form.blank().with("due", callLaunchService.lateDueDay(call.id()).orElse(null)),
                t);
    }

    @PostMapping("/issue")
    ModelAndView issue(@PathVariable UUID id, Form form, Words t) {
        DuesCallService.StoredCall call = calls.findById(new CallId(id));
        return form.submit(
                answers -> new IssueDays(answers.optionalDate("sent"), answers.optionalDate("due")),
                said -> said.sent() == null
                        ? SeeOther.to("/platform/jobs/" + callLaunchService.start(call.id(), said.due()))
                        : SeeOther.to(DuesUrls.call(call.id()))
                                .withNotice(
                                        "dues.entered",
                                        callLaunchService.enterSentInvoices(call.id(), said.sent(), said.due())),
                () -> confirming(call, form, t));
    }

    private record IssueDays(
            @Nullable LocalDate sent, @Nullable LocalDate due) {}

    private ModelAndView confirming(DuesCallService.StoredCall call, Form form, Words t) {
        CallTotal total = lines.computeTotal(call);
        return PageView.of(
                "resources/dues/issue",
                new CallIssuePage(
                        call.facts().name(),
                        DuesUrls.call(call.id()),
                        t.say("dues.issue.goes", total.askable(), t.money(total.sums())),
                        t.say(
                                "dues.issue.ways",
                                total.askable() - total.byPost() - total.unreachableMany(),
                                total.byPost() + total.unreachableMany()),
                        t.say("dues.issue", total.askable()),
                        callLaunchService.lateDueDay(call.id()).isPresent(),
                        callLaunchService.preview(call.id(), t),
                        callLaunchService.findSpecimens(call.id()),
                        form));
    }

    /** An invoice of the call before it is issued. */
    @GetMapping("/specimens/{membership}.pdf")
    void specimen(@PathVariable UUID id, @PathVariable UUID membership, Words t, HttpServletResponse response)
            throws IOException {
        byte[] pdf = callLaunchService.renderSpecimen(new CallId(id), new MembershipId(membership));
        FileDownload.setHeaders(response, t.say("ledger.paper.specimen") + ".pdf", PaperFormat.PDF.mediaType());
        response.getOutputStream().write(pdf);
    }

    /** Excludes a member, or includes it again. */
    @PostMapping("/members/{membership}")
    ModelAndView excludeMember(@PathVariable UUID id, @PathVariable UUID membership, Form form, Words t) {
        CallId call = calls.findById(new CallId(id)).id();
        boolean out = form.filled("out");
        String reason = form.read(answers -> answers.optionalText("reason", 300));
        calls.excludeMember(
                call,
                new MembershipId(membership),
                out ? reason == null ? t.say("dues.call.out.usual") : reason : null);
        return SeeOther.to(DuesUrls.call(call)).withNotice(out ? "dues.call.left-out" : "dues.call.taken-in");
    }

    /** Shows the letter that asks for what is missing. */
    @GetMapping("/revisions/{membership}")
    ModelAndView confirmRevision(@PathVariable UUID id, @PathVariable UUID membership, Words t) {
        DuesCallService.StoredCall call = calls.findById(new CallId(id));
        String url = DuesUrls.call(call.id());
        return new MailingConfirmation(
                        t.say("dues.revised.ask"),
                        call.facts().name(),
                        url,
                        null,
                        revisions.preview(call.id(), new MembershipId(membership), t),
                        url + "/revisions/" + membership,
                        true)
                .view();
    }

    @PostMapping("/revisions/{membership}")
    ModelAndView revise(@PathVariable UUID id, @PathVariable UUID membership, Form form, Words t) {
        CallId call = calls.findById(new CallId(id)).id();
        HeadcountRevisionService.SettledRevision it =
                revisions.settle(call, new MembershipId(membership), form.filled("rest"));
        boolean byHand = it.made().isZero() && !it.difference().isZero();
        return SeeOther.to(DuesUrls.call(call))
                .withNotice(
                        byHand ? "dues.revised.by-hand" : "dues.revised",
                        t.money((byHand ? it.difference() : it.made()).abs()));
    }

    @PostMapping("/drop")
    ModelAndView delete(@PathVariable UUID id) {
        calls.delete(new CallId(id));
        return SeeOther.to(DuesUrls.CALLS).withNotice("dues.call.dropped");
    }

    /** Writes the letters to be printed for a day as one PDF. */
    @GetMapping("/print.pdf")
    @Requires(DuesPermissions.READ)
    void print(@PathVariable UUID id, Form form, HttpServletResponse response) throws IOException {
        DuesCallService.StoredCall call = calls.findById(new CallId(id));
        PostalBundleWriter.PostalBatch asked = bundle.findBatches(call.id()).stream()
                .filter(it -> !form.filled("day") || it.day().toString().equals(form.value("day")))
                .filter(it ->
                        !form.filled("part") || Integer.toString(it.part()).equals(form.value("part")))
                .findFirst()
                .orElseThrow(() -> new Refused("dues.refused.nothing-printed"));
        PostalBundleWriter.PostalBundle bound = bundle.writeBatch(call.id(), asked);
        try (bound) {
            FileDownload.setHeaders(
                    response,
                    Slug.of(call.facts().name() + " " + asked.day() + (asked.parts() > 1 ? " " + asked.part() : ""))
                            + ".pdf",
                    PaperFormat.PDF.mediaType());
            bound.write(response.getOutputStream());
        }
    }

    @GetMapping("/export.{format}")
    @Requires(DuesPermissions.READ)
    void export(@PathVariable UUID id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        TableFormat as = TableFormat.findByExtension(format).orElseThrow(() -> new NotFound("format"));
        DuesCallService.StoredCall call = calls.findById(new CallId(id));
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
                lines.findAll(call).stream().map(CallController::cells).toList();
        FileDownload.setHeaders(response, Slug.of(call.facts().name()) + "." + as.extension(), as.mediaType());
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
