package org.convergence.resources.spending.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.CfdiReader.CfdiVoucher;
import org.convergence.resources.spending.domain.DuplicateVoucher;
import org.convergence.resources.spending.domain.ExpenseBatchService;
import org.convergence.resources.spending.domain.ExpenseFacts;
import org.convergence.resources.spending.domain.ExpenseFacts.VoucherFile;
import org.convergence.resources.spending.domain.ExpenseQueries;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.convergence.resources.spending.domain.ExpenseService;
import org.convergence.resources.spending.domain.TaxRebateService;
import org.convergence.resources.spending.web.ExpensePage.ExpenseFormPage;
import org.convergence.resources.spending.web.ExpensePage.ExpenseFormUse;
import org.convergence.resources.spending.web.ExpenseShares.ShareBasis;
import org.convergence.resources.spending.web.MailedVoucher.MailedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One expense: recording it with its voucher, and its page. */
@Controller
@RequestMapping("/resources/spending")
@Requires(SpendingPermissions.RECORD)
record ExpenseController(
        ExpenseService expenses,
        ExpenseBatchService batches,
        ExpenseQueries queries,
        ExpenseForm forms,
        DocumentService documents,
        ExpensePageAssembler pages,
        MailedVoucher mailed,
        ExpenseSource sources,
        TaxRebateService rebates,
        OrganisationSettings settings) {

    private static final int LONGEST = 1_000;

    /** The budget whose lines come first. */
    private static final String BUDGET = "budget";

    private static final List<String> CURRENCIES = List.of("CAD", "USD", "EUR", "MXN", "COP", "HTG", "GTQ", "HNL");

    /** Fields that an address may fill, such as those of a line of the accountant's books. */
    private static final List<String> PROPOSED = List.of(
            ExpenseForm.DAY.name(), "amount", "currency", ExpenseForm.SUPPLIER.name(), ExpenseForm.NUMBER.name());

    @GetMapping("/new")
    ModelAndView open(Form asked, Words t) {
        Form form = Form.blank().with(ExpenseForm.DAY.name(), settings.today()).with("currency", "CAD");
        form.with("line1", asked.value("line")).with(BUDGET, asked.value(BUDGET));
        for (String name : PROPOSED) {
            if (asked.filled(name)) {
                form.with(name, asked.value(name));
            }
        }
        mailed.prefill(asked, form, settings.today());
        sources.prefill(asked, form, settings.today(), t);
        return formPage(form, ExpenseFormUse.NEW, ExpensePage.LIST, t);
    }

    private ModelAndView formPage(Form form, ExpenseFormUse use, String url, Words t) {
        if (!form.filled(ExpenseShares.BASIS)) {
            form.with(ExpenseShares.BASIS, ShareBasis.PERCENT);
        }
        return PageView.of(
                "resources/spending/expense-form",
                new ExpenseFormPage(
                        form,
                        LineOptions.of(
                                queries.findOpenLines(settings.today()),
                                TextParser.id(form.value(BUDGET)).orElse(null),
                                t),
                        CURRENCIES,
                        ExpenseShares.count(form),
                        use == ExpenseFormUse.NEW ? mailed.attachments(form) : List.of(),
                        form.filled("gst")
                                || form.filled("qst")
                                || !rebates.findAll().isEmpty(),
                        use,
                        url));
    }

    private record ExpenseInput(
            ExpenseFacts facts,
            @Nullable Upload file,
            @Nullable CfdiVoucher cfdi,
            boolean isMailed) {}

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return submit(
                form,
                input -> {
                    ExpenseId id =
                            store(input, voucher -> expenses.recordFor(sources.read(form, t), input.facts(), voucher));
                    return mailed.finish(form, input.isMailed())
                            ? SeeOther.to(ExpensePage.url(id)).withNotice("spending.recorded.mail-waits")
                            : pages.recorded(id, input.cfdi(), "spending.recorded", t);
                },
                () -> formPage(form, ExpenseFormUse.NEW, ExpensePage.LIST, t));
    }

    /** @param asked {@code spent} if a commitment is to be recorded as spent: today, unless another day is typed */
    @GetMapping("/{id}/edit")
    ModelAndView openEdit(@PathVariable ExpenseId id, Form asked, Words t) {
        Form form = ExpenseForm.open(queries.findById(id), queries.findSplits(id));
        if (asked.filled("spent")) {
            form.with(ExpenseForm.COMMITMENT.name(), false).with(ExpenseForm.DAY.name(), settings.today());
        }
        return formPage(form, ExpenseFormUse.EDIT, ExpensePage.url(id), t);
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable ExpenseId id, Form form, Words t) {
        int version = version(form);
        return submit(
                form,
                input -> {
                    store(input, voucher -> {
                        expenses.update(id, version, input.facts(), voucher);
                        return id;
                    });
                    return pages.recorded(id, input.cfdi(), "spending.updated", t);
                },
                () -> formPage(form, ExpenseFormUse.EDIT, ExpensePage.url(id), t));
    }

    /** Reads the form and acts; a voucher that was used before is a problem of its field. */
    private ModelAndView submit(Form form, Function<ExpenseInput, ModelAndView> act, Supplier<ModelAndView> again) {
        return form.submit(
                this::read,
                input -> {
                    try {
                        return act.apply(input);
                    } catch (DuplicateVoucher duplicate) {
                        form.reject("voucher", duplicate.messageKey(), duplicate.arguments());
                        return PageView.withErrors(again.get());
                    }
                },
                again);
    }

    private ExpenseInput read(FormValues answers) {
        MultipartFile file = answers.file("voucher");
        Upload upload = file == null ? null : Upload.of(file.getOriginalFilename(), file);
        CfdiVoucher cfdi = null;
        try {
            if (file != null) {
                cfdi = ExpenseForm.readCfdi(file).orElse(null);
            } else {
                MailedFile attached = mailed.read(answers.form()).orElse(null);
                upload = attached == null ? null : attached.upload();
                cfdi = attached == null ? null : attached.cfdi();
            }
        } catch (Refused refused) {
            answers.reject("voucher", refused.messageKey(), refused.arguments());
        }
        return new ExpenseInput(forms.readPage(answers, cfdi), upload, cfdi, file == null && upload != null);
    }

    private ExpenseId store(ExpenseInput input, Function<@Nullable VoucherFile, ExpenseId> act) {
        Upload file = input.file();
        if (file == null) {
            return act.apply(null);
        }
        try (PreparedDocument prepared = documents.prepare(file)) {
            return act.apply(new VoucherFile(prepared, input.cfdi()));
        }
    }

    @GetMapping("/{id}")
    @Requires(SpendingPermissions.READ)
    ModelAndView show(@PathVariable ExpenseId id, Words t) {
        ExpenseRow it = queries.findById(id);
        Form blank = Form.blank().atVersion(it.version());
        return page(it, blank, blank, t);
    }

    private ModelAndView page(ExpenseRow it, Form ask, Form reply, Words t) {
        return PageView.of("resources/spending/expense", pages.assemble(it, ask, reply, t));
    }

    private record ExpenseMessage(int version, String text) {}

    @PostMapping("/{id}/ask")
    @Requires(SpendingPermissions.REVIEW)
    ModelAndView ask(@PathVariable ExpenseId id, Form form, Words t) {
        return form.submit(
                answers -> new ExpenseMessage(answers.version(), answers.text("question", LONGEST)),
                said -> {
                    expenses.returnWithQuestion(id, said.version(), said.text());
                    return SeeOther.to(ExpensePage.QUEUE).withNotice("spending.asked");
                },
                () -> page(queries.findById(id), form, form, t));
    }

    @PostMapping("/{id}/answer")
    ModelAndView answer(@PathVariable ExpenseId id, Form form, Words t) {
        return form.submit(
                answers -> new ExpenseMessage(answers.version(), answers.text("answer", LONGEST)),
                said -> {
                    expenses.answer(id, said.version(), said.text());
                    return SeeOther.to(ExpensePage.url(id)).withNotice("spending.answered");
                },
                () -> page(queries.findById(id), form, form, t));
    }

    @PostMapping("/{id}/reopen")
    @Requires(SpendingPermissions.REVIEW)
    ModelAndView reopen(@PathVariable ExpenseId id, Form form) {
        expenses.reopen(id, version(form));
        return SeeOther.to(ExpensePage.url(id)).withNotice("spending.reopened");
    }

    @PostMapping("/{id}/on-site")
    ModelAndView keepOnSite(@PathVariable ExpenseId id, Form form) {
        boolean onSite = form.filled("keep");
        expenses.keepOnSite(id, onSite);
        return SeeOther.to(ExpensePage.url(id)).withNotice(onSite ? "spending.kept-on-site" : "spending.let-go");
    }

    @PostMapping("/{id}/realisation")
    ModelAndView setRealisation(@PathVariable ExpenseId id, Form form) {
        expenses.setRealisation(id, TextParser.id(form.value("realisation")).orElse(null));
        return SeeOther.to(ExpensePage.url(id)).withNotice("spending.updated");
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable ExpenseId id, Form form) {
        expenses.delete(id, version(form));
        return SeeOther.to(ExpensePage.LIST).withNotice("spending.removed");
    }

    @GetMapping("/{id}/correct")
    ModelAndView correct(@PathVariable ExpenseId id, Words t) {
        return formPage(
                ExpenseForm.open(queries.findById(id), queries.findSplits(id)),
                ExpenseFormUse.CORRECT,
                ExpensePage.url(id),
                t);
    }

    private record ExpenseCorrection(
            String reason, @Nullable ExpenseFacts right) {}

    @PostMapping("/{id}/correct")
    ModelAndView correct(@PathVariable ExpenseId id, Form form, Words t) {
        return form.submit(
                answers -> new ExpenseCorrection(
                        answers.get(ExpenseForm.REASON),
                        answers.get(ExpenseForm.NOTHING) ? null : forms.readPage(answers, null)),
                input -> {
                    ExpenseId shown = batches.correct(id, input.reason(), input.right());
                    return SeeOther.to(ExpensePage.url(shown)).withNotice("spending.corrected");
                },
                () -> formPage(form, ExpenseFormUse.CORRECT, ExpensePage.url(id), t));
    }

    private static int version(Form form) {
        return TextParser.wholeNumber(form.value("version")).orElse(0);
    }
}
