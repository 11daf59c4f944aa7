package org.convergence.platform.shell;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * One submission of a form.
 *
 * @param meanwhile the page that merges two versions; {@code null} if the form has no such page
 */
record Submission(Form form, @Nullable IntFunction<ModelAndView> meanwhile) {

    <T> ModelAndView run(Function<FormValues, T> read, Function<T, ModelAndView> act, Supplier<ModelAndView> again) {
        Integer since = FieldFormat.parseNumber(form.value(Conflict.SINCE))
                .map(BigDecimal::intValue)
                .orElse(null);
        if (form.filled(Conflict.TAKE) && since != null) {
            return conflict(since, again);
        }
        T command = null;
        try {
            command = read.apply(new FormValues(form));
        } catch (IllegalArgumentException wrong) {
            if (form.problems().isEmpty()) {
                throw wrong;
            }
        }
        if (command == null || !form.problems().isEmpty()) {
            return PageView.withErrors(again.get());
        }
        try {
            return act.apply(command);
        } catch (Refused refused) {
            form.refuse(refused.messageKey(), refused.arguments());
            return PageView.withErrors(again.get());
        } catch (EditConflict conflict) {
            return conflict(conflict.formVersion(), again);
        }
    }

    private ModelAndView conflict(int since, Supplier<ModelAndView> again) {
        form.refuse(meanwhile == null ? "shell.form.conflict_alone" : "shell.form.conflict");
        ModelAndView shown = meanwhile == null ? again.get() : meanwhile.apply(since);
        shown.setStatus(HttpStatus.CONFLICT);
        return shown;
    }
}
