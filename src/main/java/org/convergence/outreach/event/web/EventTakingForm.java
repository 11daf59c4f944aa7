package org.convergence.outreach.event.web;

import java.math.BigDecimal;
import java.util.List;
import org.convergence.outreach.event.domain.EventTakingService.TakingFacts;
import org.convergence.outreach.event.domain.EventTakingService.TakingKind;
import org.convergence.platform.database.Ids;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.resources.ledger.PaymentMethod;

/** The fields of money taken on the night. */
public final class EventTakingForm {

    public static final Field<TakingKind> KIND =
            Field.choice("kind", "event.taking.kind", List.of(TakingKind.values()), TakingKind::key);
    public static final Field<PaymentMethod> METHOD = Field.choice(
            "method",
            "event.taking.method",
            List.of(PaymentMethod.CASH, PaymentMethod.CARD, PaymentMethod.CHEQUE, PaymentMethod.TRANSFER),
            PaymentMethod::key);

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("999999.99");
    private static final String AMOUNT = "amount";
    private static final String KEY = "key";

    private EventTakingForm() {}

    static Form blank() {
        return Form.blank()
                .with(KEY, Ids.next())
                .with(KIND.name(), TakingKind.DOOR)
                .with(METHOD.name(), PaymentMethod.CASH);
    }

    static TakingFacts read(FormValues answers) {
        BigDecimal amount = answers.number(AMOUNT, CENT, MOST);
        if (amount.stripTrailingZeros().scale() > 2) {
            answers.reject(AMOUNT, "shell.form.number");
        }
        return new TakingFacts(answers.id(KEY), answers.get(KIND), answers.get(METHOD), amount);
    }
}
