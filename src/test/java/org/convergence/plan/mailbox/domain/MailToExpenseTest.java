package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.platform.document.SampleFiles;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A forwarded mail becomes an expense; its attachment is the voucher. */
class MailToExpenseTest extends MailboxFixture {

    private final UUID line = UUID.randomUUID();

    @BeforeEach
    void aBudget() {
        UUID budget = UUID.randomUUID();
        db.sql("""
                        INSERT INTO resources.spending_budget (id, subject, title, currency, starts_on, ends_on)
                        VALUES (?, ?, 'Entente du courriel', 'CAD', '2025-01-01', '2030-12-31')
                        """).params(budget, "resources.grant/agreement/" + budget).update();
        db.sql("""
                        INSERT INTO resources.spending_line (id, budget, position, code, label, cost_class, original, amended)
                        VALUES (?, ?, 1, '1', 'Salles', 'DIRECT', 1000, 1000)
                        """).params(line, budget).update();
    }

    private MvcTestResult save(Actor who, Document form, String amount) {
        return mvc.post()
                .uri("/resources/spending/new")
                .param("mail", form.select("input[name=mail]").val())
                .param(
                        "attachment",
                        form.select("select[name=attachment] option[selected]").val())
                .param("amount", amount)
                .param("currency", "CAD")
                .param("day", form.select("input[name=day]").val())
                .param("supplier", form.select("input[name=supplier]").val())
                .param("line1", line.toString())
                .with(csrf())
                .with(as(who))
                .exchange();
    }

    @Test
    void theAttachmentBecomesTheVoucherAndTheMailIsSorted() {
        byte[] invoice = SampleFiles.pdf();
        arrives(
                "From: Maryse <" + mail() + ">",
                "To: " + address,
                "Message-ID: <" + UUID.randomUUID() + "@exemple.org>",
                "Subject: TR: Salle",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=ext",
                "",
                "--ext",
                "Content-Type: text/plain; charset=UTF-8",
                "",
                FORWARDED,
                "--ext",
                "Content-Type: application/pdf; name=\"facture.pdf\"",
                "Content-Disposition: attachment; filename=\"facture.pdf\"",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(invoice),
                "--ext--");
        read();
        String at = open(maryse, theOne())
                .select("main a[href^=/resources/spending/new]")
                .attr("href");
        Document form = open(maryse, at);
        assertThat(form.select("input[name=day]").val()).isEqualTo("2025-01-14");
        assertThat(form.select("input[name=supplier]").val()).isEqualTo("Ana Morales");
        assertThat(form.select("select[name=attachment]").text()).contains("facture.pdf");
        assertThat(open(other, at).select("select[name=attachment], input[name=mail]"))
                .as("another user's mail")
                .isEmpty();
        MvcTestResult saved = save(maryse, form, "120");
        assertThat(saved).hasStatus(303);
        String expense = Objects.requireNonNull(saved.getResponse().getRedirectedUrl());
        String voucher =
                open(maryse, expense).select("a[href^=/platform/document/]").attr("href");
        assertThat(get(maryse, voucher).getResponse().getContentAsByteArray()).isEqualTo(invoice);
        assertThat(waiting(maryse)).isEmpty();
    }

    @Test
    void aMailWithMoreAttachmentsWaitsForTheNextExpense() {
        withAttachments();
        read();
        String at = open(maryse, theOne())
                .select("main a[href^=/resources/spending/new]")
                .attr("href");
        assertThat(save(maryse, open(maryse, at), "80")).hasStatus(303);
        assertThat(waiting(maryse)).hasSize(1);
        assertThat(save(maryse, open(maryse, at), "80"))
                .as("the same attachment a second time")
                .hasStatus(422);
    }

    @Test
    void aMailWhoseAttachmentIsNotTheVoucherWaits() {
        withAttachments();
        read();
        String at = open(maryse, theOne())
                .select("main a[href^=/resources/spending/new]")
                .attr("href");
        Document form = open(maryse, at);
        form.select("select[name=attachment] option[selected]").val("");
        assertThat(save(maryse, form, "95")).hasStatus(303);
        assertThat(waiting(maryse)).hasSize(1);
    }
}
