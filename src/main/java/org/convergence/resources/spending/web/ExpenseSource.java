package org.convergence.resources.spending.web;

import java.time.LocalDate;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.shell.TextSource.SourceText;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.domain.ExpenseFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The record for which an expense is made, such as a session of a workshop or a mission. */
@Component
record ExpenseSource(SourceTexts texts) {

    /** Fills a new form from the record that its address names: its title as the note, its day unless it is to come. */
    void prefill(Form asked, Form form, LocalDate today, Words t) {
        texts.find(asked.value(SourceTexts.FROM), t).ifPresent(text -> {
            LocalDate day = text.until();
            form.with(SourceTexts.FROM, text.from())
                    .with(ExpenseForm.NOTE.name(), TextShortener.shorten(text.title(), ExpenseFacts.LONGEST_NOTE))
                    .with(ExpenseForm.DAY.name(), day == null || day.isAfter(today) ? today : day);
        });
    }

    /** The record of the form; {@code null} if there is none, or the actor may not read it. */
    @Nullable
    String read(Form form, Words t) {
        return texts.find(form.value(SourceTexts.FROM), t).map(SourceText::from).orElse(null);
    }
}
