package org.convergence.directory.segment;

import java.util.List;
import java.util.function.Function;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;

/**
 * A criterion of segments, contributed by the module that knows the fact as a bean of this type. A person matches if any
 * of the chosen values fits.
 *
 * @param order its place in the form, in tens
 * @param key its stable name, in lower-case letters: segments store it, and it names the SQL parameter
 * @param label message key of its label
 * @param isTyped whether words are typed instead of values chosen
 * @param options the values to choose from
 * @param condition SQL condition on the person {@code p.id}, in the module's own tables and the views of others. The
 *     parameter of the criterion's name is an array of texts: the chosen values, or for typed words their patterns for
 *     LIKE on folded text. {@code :today} is the organisation's day
 */
public record SegmentCriterion(
        int order, String key, String label, boolean isTyped, Function<Words, List<Option>> options, String condition) {

    /** A criterion whose values are chosen. */
    public static SegmentCriterion chosen(
            int order, String key, String label, Function<Words, List<Option>> options, String condition) {
        return new SegmentCriterion(order, key, label, false, options, condition);
    }

    /** A criterion whose words are typed. */
    public static SegmentCriterion typed(int order, String key, String label, String condition) {
        return new SegmentCriterion(order, key, label, true, t -> List.of(), condition);
    }
}
