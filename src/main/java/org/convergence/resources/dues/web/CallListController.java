package org.convergence.resources.dues.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.domain.CallFacts;
import org.convergence.resources.dues.domain.CallLeafletQueries;
import org.convergence.resources.dues.domain.CallLetterService;
import org.convergence.resources.dues.domain.DuesCallService;
import org.convergence.resources.dues.domain.NextCallPolicy;
import org.convergence.resources.impact.ImpactLeaflets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lists, prepares and edits calls. */
@Controller
@RequestMapping("/resources/dues/calls")
@Requires(DuesPermissions.CALL)
record CallListController(
        DuesCallService calls, CallLetterService letters, CallLeafletQueries leaflets, OrganisationSettings settings) {

    @GetMapping
    @Requires(DuesPermissions.READ)
    ModelAndView list(Words t) {
        Map<CallId, Integer> open = letters.countOpen();
        return PageView.of(
                "resources/dues/calls",
                new CallListPage(
                        calls.findAll().stream()
                                .map(it -> row(it, open.getOrDefault(it.id(), 0), t))
                                .toList(),
                        CurrentActor.get().may(DuesPermissions.CALL) ? DuesUrls.CALLS + "/new" : null));
    }

    private static CallListPage.CallListRow row(DuesCallService.StoredCall it, int unsent, Words t) {
        LocalDate issued = it.issuedOn();
        return new CallListPage.CallListRow(
                it.facts().name(),
                DuesUrls.call(it.id()),
                t.say(
                        "dues.call.detail",
                        t.say(it.facts().kind().key()),
                        t.date(it.facts().reference()),
                        t.date(it.facts().dueOn())),
                issued == null ? Tone.AHEAD : unsent > 0 ? Tone.WARN : Tone.OK,
                issued == null
                        ? t.say("dues.call.prepared")
                        : unsent > 0
                                ? t.say("dues.call.issued.unsent", t.date(issued), unsent)
                                : t.say("dues.call.issued", t.date(issued)));
    }

    @GetMapping("/new")
    ModelAndView blank(Form asked, Words t) {
        UUID after = asked.read(answers -> answers.optionalId("after"));
        Form form = after != null
                ? formSince(calls.findById(new CallId(after)))
                : asked.value("kind").equals(CallKind.APPEAL.name()) ? appealForm() : annualForm(t);
        return page("dues.call.new", DuesUrls.CALLS + "/new", DuesUrls.CALLS, form, false, t);
    }

    @PostMapping("/new")
    ModelAndView prepare(Form form, Words t) {
        return form.submit(
                answers -> CallForm.read(form, answers, leaflets.findPeriods(), null),
                facts -> SeeOther.to(DuesUrls.call(calls.prepare(facts))).withNotice("dues.call.ready", facts.name()),
                () -> page("dues.call.new", DuesUrls.CALLS + "/new", DuesUrls.CALLS, form, false, t));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Words t) {
        DuesCallService.StoredCall it = calls.findById(new CallId(id));
        return editing(it, CallForm.fill(it), t);
    }

    private record CallChange(int version, CallFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable UUID id, Form form, Words t) {
        DuesCallService.StoredCall it = calls.findById(new CallId(id));
        CallFacts stands = it.issuedOn() == null ? null : it.facts();
        return form.submit(
                answers ->
                        new CallChange(answers.version(), CallForm.read(form, answers, leaflets.findPeriods(), stands)),
                changed -> calls.correct(it.id(), changed.version(), changed.facts()),
                SeeOther.to(DuesUrls.call(it.id())).withNotice("dues.saved"),
                () -> editing(it, form, t));
    }

    private ModelAndView editing(DuesCallService.StoredCall it, Form form, Words t) {
        String url = DuesUrls.call(it.id());
        return page("dues.call.edit", url + "/edit", url, form, it.issuedOn() != null, t);
    }

    private ModelAndView page(String key, String action, String cancel, Form form, boolean issued, Words t) {
        List<Option> kinds = Arrays.stream(CallKind.values())
                .map(it -> Option.of(it, t.say(it.key())))
                .toList();
        List<Option> made = leaflets.findPeriods().stream()
                .map(it -> new Option(CallForm.leaflets(it.from(), it.to()), t.capital(t.period(it.from(), it.to()))))
                .toList();
        return PageView.of(
                "resources/dues/call-form", new CallFormPage(key, action, cancel, form, kinds, made, issued));
    }

    /** A call for the dues of the first year without a call. */
    private Form annualForm(Words t) {
        CallFacts last = NextCallPolicy.findLastCall(calls.findAll());
        LocalDate today = settings.today();
        NextCallPolicy.CallDates days =
                NextCallPolicy.propose(last, settings.current().fiscalYearOf(today), today);
        return copyOf(last)
                .with("kind", CallKind.ANNUAL)
                .with(
                        "name",
                        t.say("dues.call.name.usual", String.valueOf(days.from().getYear())))
                .with("reference", days.reference())
                .with("due", days.dueOn())
                .with("from", days.from())
                .with("until", days.until());
    }

    /** An appeal besides the dues, to the members of today. */
    private Form appealForm() {
        return copyOf(NextCallPolicy.findLastCall(calls.findAll()))
                .with("kind", CallKind.APPEAL)
                .with("letter", null)
                .with("reference", settings.today())
                .with("due", NextCallPolicy.earliestDueDay(settings.today()));
    }

    /** A call like the given one, for members that joined since. */
    private Form formSince(DuesCallService.StoredCall call) {
        return copyOf(call.facts())
                .with("kind", CallKind.ANNUAL)
                .with("name", call.facts().name())
                .with("reference", settings.today())
                .with("due", NextCallPolicy.earliestDueDay(settings.today()))
                .with("from", call.facts().periodFrom())
                .with("until", call.facts().periodUntil());
    }

    private Form copyOf(@Nullable CallFacts last) {
        Form form = Form.blank();
        if (last != null) {
            form.with("letter", last.letter())
                    .with("note", last.note())
                    .with("reminders", CallForm.reminders(last))
                    .with("reminding", last.reminding());
        }
        if (!form.filled("reminders")) {
            form.with("reminders", "15, 45, 75").with("reminding", true);
        }
        List<ImpactLeaflets.LeafletPeriodBounds> made = leaflets.findPeriods();
        if (!made.isEmpty()) {
            form.with(
                    "leaflets",
                    CallForm.leaflets(made.get(0).from(), made.get(0).to()));
        }
        return form;
    }
}
