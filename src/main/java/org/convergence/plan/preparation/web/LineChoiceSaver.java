package org.convergence.plan.preparation.web;

import java.math.BigDecimal;
import java.util.Objects;
import org.convergence.plan.preparation.domain.LineChoice;
import org.convergence.plan.preparation.domain.Preparation;
import org.convergence.plan.preparation.domain.PreparationQueries;
import org.convergence.plan.preparation.domain.PreparationService;
import org.convergence.plan.preparation.domain.PreparedLine;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.shell.FieldsRefused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves the decision on one line; an error or conflict in one line does not affect the others. */
@Component
class LineChoiceSaver {

    private final PreparationService preparation;
    private final PreparationQueries preparationQueries;

    LineChoiceSaver(PreparationService preparation, PreparationQueries preparationQueries) {
        this.preparation = preparation;
        this.preparationQueries = preparationQueries;
    }

    /** The line after saving, or with the error. */
    SheetRow save(Preparation sheet, PreparedLine line, Form typed, Words t) {
        var pages = new SheetPageAssembler(sheet, t);
        LineChoice chosen;
        try {
            chosen = typed.read(answers -> LineChoiceForm.read(answers, typed, line));
        } catch (FieldsRefused wrong) {
            return pages.row(line, typed, null, false);
        }
        if (chosen.version() == line.version()) {
            try {
                preparation.decide(
                        sheet.year().plan().id(), line.action().line().id(), chosen);
                return pages.row(line, typed, null, true);
            } catch (EditConflict meanwhile) {
                typed.refuse("shell.form.conflict_alone");
                return pages.row(line, typed, null, false);
            }
        }
        if (isTheSame(chosen, line.chosen())) {
            return pages.row(line, typed, null, true);
        }
        String who = preparationQueries.findLastDecider(line.action().line().id());
        typed.atVersion(line.version()).with("was", "");
        return pages.row(line, typed, new SheetFormatter(t).conflict(line, who), false);
    }

    private static boolean isTheSame(LineChoice mine, @Nullable LineChoice theirs) {
        return theirs != null
                && mine.choice() == theirs.choice()
                && Objects.equals(mine.text(), theirs.text())
                && number(mine).compareTo(number(theirs)) == 0
                && Objects.equals(mine.reason(), theirs.reason());
    }

    private static BigDecimal number(LineChoice chosen) {
        return Objects.requireNonNullElse(chosen.target(), BigDecimal.ZERO);
    }
}
