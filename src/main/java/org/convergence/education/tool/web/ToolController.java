package org.convergence.education.tool.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolPermissions;
import org.convergence.education.tool.domain.Tool;
import org.convergence.education.tool.domain.Tool.CopyBatch;
import org.convergence.education.tool.domain.Tool.HandOut;
import org.convergence.education.tool.domain.Tool.HandOutTotal;
import org.convergence.education.tool.domain.Tool.ToolEdition;
import org.convergence.education.tool.domain.Tool.ToolLoan;
import org.convergence.education.tool.domain.ToolConsentService;
import org.convergence.education.tool.domain.ToolConsentService.ToolConsent;
import org.convergence.education.tool.domain.ToolPolicy;
import org.convergence.education.tool.domain.ToolQueries;
import org.convergence.education.tool.domain.ToolService;
import org.convergence.education.tool.domain.ToolStepService;
import org.convergence.education.tool.web.ToolPage.ToolFormPage;
import org.convergence.education.tool.web.ToolPage.ToolListPage;
import org.convergence.education.tool.web.ToolPage.ToolRow;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Region;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of tools, the page of one, and its form. */
@Controller
@RequestMapping("/education/tool")
@Requires(ToolPermissions.READ)
record ToolController(
        ToolQueries queries,
        ToolService tools,
        ToolStepService making,
        ToolConsentService consents,
        ToolForm forms,
        OrganisationSettings settings) {

    @Bean
    static MenuEntry toolMenuEntry() {
        return MenuEntry.of("tool.menu", ToolPage.LIST).requiring(ToolPermissions.READ);
    }

    @GetMapping
    ModelAndView list(Words t) {
        return PageView.of(
                "education/tool/tools",
                new ToolListPage(
                        queries.findAll().stream()
                                .map(each -> new ToolRow(
                                        each.title(),
                                        ToolPage.url(each.id()),
                                        detail(each, t),
                                        isLow(each) ? Tone.WARN : null,
                                        stock(each, t)))
                                .toList(),
                        CurrentActor.get().may(ToolPermissions.EDIT)));
    }

    private static String detail(Tool tool, Words t) {
        return String.join(
                " · ",
                Stream.of(
                                t.say(tool.kind().key()),
                                tool.theme() == null ? "" : tool.theme(),
                                tool.madeBy() == null ? t.say("tool.made-here") : t.say("tool.made-by", tool.madeBy()))
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    private static String stock(Tool tool, Words t) {
        return t.say("tool.stock", tool.distributed(), tool.left());
    }

    private static boolean isLow(Tool tool) {
        return tool.reorderAt() != null && tool.left() <= tool.reorderAt();
    }

    @GetMapping("/new")
    @Requires(ToolPermissions.EDIT)
    ModelAndView open(Words t) {
        return formPage(
                null, Form.blank().with(ToolForm.RESPONSIBLE, CurrentActor.get().personId()), t);
    }

    @PostMapping("/new")
    @Requires(ToolPermissions.EDIT)
    ModelAndView add(Form form, Words t) {
        return form.submit(
                forms::read,
                input -> SeeOther.to(ToolPage.url(tools.save(null, 0, input.facts())))
                        .withNotice("tool.saved"),
                () -> formPage(null, form, t));
    }

    @GetMapping("/{id}/edit")
    @Requires(ToolPermissions.EDIT)
    ModelAndView edit(@PathVariable ToolId id, Words t) {
        return formPage(id, ToolForm.open(queries.findById(id)), t);
    }

    @PostMapping("/{id}/edit")
    @Requires(ToolPermissions.EDIT)
    ModelAndView edit(@PathVariable ToolId id, Form form, Words t) {
        return form.submit(
                forms::read,
                input -> SeeOther.to(ToolPage.url(tools.save(id, input.version(), input.facts())))
                        .withNotice("tool.saved"),
                () -> formPage(id, form, t));
    }

    private ModelAndView formPage(@Nullable ToolId id, Form form, Words t) {
        String url = id == null ? ToolPage.LIST : ToolPage.url(id);
        return PageView.of(
                "education/tool/form",
                new ToolFormPage(
                        "tool",
                        t.say(id == null ? "tool.new" : "tool.edit"),
                        url + (id == null ? "/new" : "/edit"),
                        url,
                        null,
                        form,
                        List.of(),
                        forms.responsible(form),
                        false));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable ToolId id, Words t) {
        Tool tool = queries.findById(id);
        String url = ToolPage.url(id);
        LocalDate today = settings.today();
        boolean mayEdit = CurrentActor.get().may(ToolPermissions.EDIT);
        boolean mayRecord = CurrentActor.get().may(ToolPermissions.RECORD);
        ChecklistPart steps = making.part(id, mayEdit, t);
        List<ToolEdition> editions = queries.findEditions(id);
        List<ToolConsent> shown = consents.findByTool(id);
        Set<UUID> ended = shown.stream()
                .filter(each -> !each.isInForce(today))
                .map(ToolConsent::edition)
                .collect(Collectors.toSet());
        return PageView.of(
                "education/tool/tool",
                new ToolPage(
                        url,
                        tool.title(),
                        detail(tool, t),
                        tool.description(),
                        stock(tool, t),
                        isLow(tool),
                        editions.stream()
                                .map(each -> edition(tool, each, mayEdit ? url : null, today, t))
                                .toList(),
                        ToolConsentController.part(id, shown, editions, mayEdit, today, t),
                        queries.findBatches(id).stream()
                                .map(each -> batch(
                                        each, mayRecord ? url : null, ended.contains(each.edition()), isLow(tool), t))
                                .toList(),
                        queries.findBySetting(id).stream()
                                .map(each -> total(each, t.say("tool.setting." + each.key()), t))
                                .toList(),
                        queries.findByRegion(id).stream()
                                .map(each -> total(each, region(each.key(), t), t))
                                .toList(),
                        queries.findHandOuts(id).stream()
                                .map(each -> handOut(each, mayRecord ? url : null, t))
                                .toList(),
                        queries.findLoans(id).stream()
                                .map(each -> loan(each, mayEdit ? url : null, today, t))
                                .toList(),
                        tool.kind().isLent(),
                        steps.items().isEmpty() ? null : steps,
                        mayEdit && tool.madeBy() == null && steps.items().isEmpty(),
                        mayRecord,
                        mayEdit));
    }

    /** Plans how the tool is made. */
    @PostMapping("/{id}/making")
    @Requires(ToolPermissions.EDIT)
    ModelAndView plan(@PathVariable ToolId id) {
        making.plan(id);
        return SeeOther.to(ToolPage.url(id) + "#checklist").withNotice("tool.making.planned");
    }

    private static String total(HandOutTotal total, String name, Words t) {
        return t.say("tool.total", name, total.copies());
    }

    private static ToolRow edition(Tool tool, ToolEdition edition, @Nullable String url, LocalDate today, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(t.date(edition.publishedOn()));
        if (edition.licence() != null) {
            detail.add(edition.licence());
        }
        if (edition.isbn() != null) {
            detail.add("ISBN " + edition.isbn());
        }
        boolean isDeposited = edition.banqOn() != null && edition.ottawaOn() != null;
        LocalDate due = ToolPolicy.depositDue(edition.publishedOn());
        boolean isOurs = tool.madeBy() == null;
        return new ToolRow(
                edition.label() + " · " + t.capital(t.languageName(edition.language())),
                url == null ? null : url + "/editions/" + edition.id(),
                String.join(" · ", detail),
                !isOurs ? null : isDeposited ? Tone.OK : due.isBefore(today) ? Tone.BAD : Tone.WARN,
                !isOurs ? "" : isDeposited ? t.say("tool.deposited") : t.say("tool.deposit-due", due));
    }

    /** @param ended whether the edition is no longer handed out: the copies left are taken out of their pile */
    private static ToolRow batch(CopyBatch batch, @Nullable String url, boolean ended, boolean low, Words t) {
        return new ToolRow(
                t.say("tool.batch", batch.copies() + batch.discarded(), batch.place()),
                url == null || (ended && batch.left() <= 0)
                        ? null
                        : url + "/batches/" + batch.id() + (ended ? "/discard" : "/hand-out"),
                batch.editionLabel() + " · " + t.say("tool.printed-on", batch.printedOn())
                        + (batch.discarded() == 0 ? "" : " · " + t.say("tool.batch.discarded", batch.discarded())),
                batch.left() < 0 ? Tone.BAD : batch.left() == 0 ? Tone.REST : low ? Tone.WARN : Tone.OK,
                t.say("tool.left", batch.left()));
    }

    /** Its copies come back by a form, as long as some are out. */
    private static ToolRow handOut(HandOut it, @Nullable String url, Words t) {
        boolean isReturn = it.returns() != null;
        return new ToolRow(
                t.say(isReturn ? "tool.copies-back" : "tool.copies-out", Math.abs(it.copies()), it.handedOn()),
                url == null || isReturn || it.out() == 0 ? null : url + "/hand-outs/" + it.id() + "/back",
                t.say(it.setting().key()) + " · " + region(it.region(), t),
                null,
                isReturn || it.out() == it.copies() ? "" : t.say("tool.still-out", it.out()));
    }

    private static String region(@Nullable String code, Words t) {
        return Region.findByCode(Objects.requireNonNullElse(code, ""))
                .map(Region::officialName)
                .orElseGet(() -> t.say("tool.region.unknown"));
    }

    private static ToolRow loan(ToolLoan loan, @Nullable String url, LocalDate today, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(loan.copy());
        if (loan.returnedOn() == null) {
            detail.add(t.say("tool.lent-until", loan.dueOn()));
            if (url != null && loan.contact() != null) {
                detail.add(loan.contact());
            }
        } else {
            detail.add(
                    loan.people() == null
                            ? t.say("tool.returned", loan.returnedOn())
                            : t.say("tool.returned.people", loan.returnedOn(), loan.people()));
            if (loan.missing() != null) {
                detail.add(t.say("tool.missing", loan.missing()));
            }
        }
        boolean isOut = loan.returnedOn() == null;
        boolean isLate = isOut && loan.dueOn().isBefore(today);
        return new ToolRow(
                loan.holderName(),
                isOut && url != null ? url + "/loans/" + loan.id() + "/return" : null,
                String.join(" · ", detail),
                isLate ? Tone.BAD : isOut ? Tone.ACTIVE : loan.missing() == null ? Tone.OK : Tone.WARN,
                t.say(isLate ? "tool.loan.late" : isOut ? "tool.loan.out" : "tool.loan.back"));
    }
}
