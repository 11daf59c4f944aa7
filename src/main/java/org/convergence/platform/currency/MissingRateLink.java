package org.convergence.platform.currency;

import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageAddress;
import org.jspecify.annotations.Nullable;

/** The address at which a rate that a refused form lacks is added. */
public final class MissingRateLink {

    static final String REFUSAL = "currency.refused.no-rate";

    private MissingRateLink() {}

    /**
     * The form of a rate, with its currencies and its day filled in.
     *
     * @param back the page to which it leads back
     * @return {@code null} if no rate is lacking, or the current actor may not add one
     */
    public static @Nullable String find(Form refused, String back) {
        if (!CurrentActor.get().may(CurrencyPermissions.EDIT)) {
            return null;
        }
        return refused.problems().stream()
                .filter(problem -> problem.key().equals(REFUSAL))
                .findFirst()
                .map(problem -> {
                    List<?> lacking = List.of(problem.arguments().toArray());
                    return PageAddress.of("/platform/currency/new")
                            .with("from", lacking.get(0).toString())
                            .with("to", lacking.get(1).toString())
                            .with("validFrom", lacking.get(2).toString())
                            .with("back", back)
                            .toString();
                })
                .orElse(null);
    }
}
