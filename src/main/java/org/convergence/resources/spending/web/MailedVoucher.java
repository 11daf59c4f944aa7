package org.convergence.resources.spending.web;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.convergence.plan.mailbox.MailDestination;
import org.convergence.plan.mailbox.MailDrafts;
import org.convergence.plan.mailbox.MailDrafts.MailDraft;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.DocumentType;
import org.convergence.platform.document.Upload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.TextParser;
import org.convergence.resources.spending.SpendingPermissions;
import org.convergence.resources.spending.domain.CfdiReader;
import org.convergence.resources.spending.domain.CfdiReader.CfdiVoucher;
import org.convergence.resources.spending.domain.ExpenseFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** An expense from a forwarded mail: its day, its sender, its subject, and one of its attachments as the voucher. */
@Component
record MailedVoucher(MailDrafts mails, DocumentService documents) {

    /** The field that names the mail, and the one that names its attachment. */
    static final String MAIL = "mail";

    static final String ATTACHMENT = "attachment";

    /** A file of the mail, as if it had been uploaded. */
    record MailedFile(Upload upload, @Nullable CfdiVoucher cfdi) {}

    private Optional<MailDraft> find(Form form) {
        return TextParser.id(form.value(MAIL)).flatMap(mails::find);
    }

    /** Fills a new form from the mail that its address names. */
    void prefill(Form asked, Form form, LocalDate today) {
        find(asked).ifPresent(mail -> {
            form.with(MAIL, mail.id())
                    .with(ExpenseForm.DAY.name(), mail.writtenOn().isAfter(today) ? today : mail.writtenOn())
                    .with(ExpenseForm.SUPPLIER.name(), shorten(mail.writtenBy(), ExpenseFacts.LONGEST_SUPPLIER))
                    .with(ExpenseForm.NOTE.name(), shorten(mail.subject(), ExpenseFacts.LONGEST_NOTE));
            mail.attachments().stream()
                    .findFirst()
                    .ifPresent(file -> form.with(ATTACHMENT, file.id().value()));
        });
    }

    private static String shorten(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** The attachments of the form's mail; none without a mail. */
    List<Option> attachments(Form form) {
        return find(form).map(MailDraft::attachments).orElse(List.of()).stream()
                .map(file -> Option.of(file.id().value(), file.name()))
                .toList();
    }

    /** The attachment chosen in the form. */
    Optional<MailedFile> read(Form form) {
        return find(form)
                .flatMap(mail -> mail.attachments().stream()
                        .filter(file ->
                                form.value(ATTACHMENT).equals(file.id().value().toString()))
                        .findFirst())
                .map(this::file);
    }

    private MailedFile file(Document file) {
        byte[] bytes = documents.content(file.id()).bytes();
        boolean xml = file.type() == DocumentType.XML
                || file.name().toLowerCase(Locale.ROOT).endsWith(".xml");
        return new MailedFile(
                Upload.of(file.name(), new ByteArrayResource(bytes)),
                xml ? CfdiReader.read(new ByteArrayInputStream(bytes)).orElse(null) : null);
    }

    /**
     * Deletes the mail once its only attachment is the voucher. It waits if it has more, or if what it holds was not kept:
     * another voucher was chosen, or its text is the receipt.
     *
     * @param isVoucher whether the voucher of the expense is the chosen attachment
     * @return whether it still waits
     */
    boolean finish(Form form, boolean isVoucher) {
        Optional<MailDraft> mail = find(form);
        boolean waits =
                mail.filter(it -> !isVoucher || it.attachments().size() != 1).isPresent();
        if (!waits) {
            mail.map(MailDraft::id).ifPresent(mails::sorted);
        }
        return waits;
    }

    @Bean
    static MailDestination expenseFromMail() {
        return new MailDestination("spending.from-mail", ExpensePage.LIST + "/new", SpendingPermissions.RECORD);
    }
}
