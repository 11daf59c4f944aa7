package org.convergence.plan.portrait.web;

import java.util.stream.IntStream;
import org.convergence.plan.portrait.domain.Portrait;
import org.convergence.plan.portrait.domain.PortraitSum;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;

/**
 * The portrait of the organisation.
 *
 * @param form the period
 * @param file address of the signed file
 * @param key the short form of the organisation's key
 */
public record PortraitPage(Form form, Portrait it, String file, String key) {

    static final String PATH = "/plan/portrait";
    static final String SUM = PATH + "/sum";

    /** The message key of what a figure counts: figures of one kind share it. */
    public String counted(int figure) {
        return "portrait.counted." + it.figures().get(figure).key().replaceFirst("[.].*", "");
    }

    /** The number of figures from this one on that share its definition; 0 if the one before it does. */
    public int definitionSpan(int figure) {
        if (figure > 0 && counted(figure - 1).equals(counted(figure))) {
            return 0;
        }
        return (int) IntStream.range(figure, it.figures().size())
                .takeWhile(next -> counted(next).equals(counted(figure)))
                .count();
    }

    /** The sum of several portraits; {@code null} before files are chosen. */
    public record PortraitSumPage(Form form, @Nullable PortraitSum sum) {}
}
