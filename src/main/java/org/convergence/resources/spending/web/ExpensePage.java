package org.convergence.resources.spending.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.OptionGroup;
import org.convergence.platform.shell.TextSource.SourceText;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseState;
import org.convergence.resources.spending.domain.ExpenseQueries.ExpenseRow;
import org.convergence.resources.spending.domain.ExpenseQueries.ServedRealisation;
import org.convergence.resources.spending.web.ExpenseShares.ShareBasis;
import org.jspecify.annotations.Nullable;

/**
 * An expense.
 *
 * @param amount in words
 * @param taxes within the amount, and what comes back of them; empty if none are known
 * @param net what it costs the budgets; {@code null} if that is its amount
 * @param hours from which it was made; {@code null} if it was made otherwise, and without the permission
 * @param voucher address of its file; {@code null} if it has none
 * @param ask the accountant's question; {@code null} unless the reader may ask one
 * @param reply the answer; {@code null} unless the reader may give one
 * @param mayRemove whether the reader may delete it
 * @param mayEdit whether the accountant has not accepted it, and the reader may write it anew
 * @param maySpend whether it is a commitment that the reader may record as spent
 * @param mayReopen whether the reader may take its acceptance back
 * @param realisation that it served; {@code null} if nobody said
 * @param realisations to choose from; empty without the permission
 * @param source the record for which it was spent; {@code null} if there is none, or the actor may not read it
 * @param mayCorrect whether it is closed, and the reader may record what should have been
 * @param mayKeepOnSite whether the reader may say that the voucher stays here
 */
public record ExpensePage(
        ExpenseRow expense,
        String title,
        String amount,
        Tone tone,
        String state,
        String taxes,
        @Nullable String net,
        @Nullable String hours,
        List<SplitPart> splits,
        @Nullable String voucher,
        @Nullable Form ask,
        @Nullable Form reply,
        boolean mayRemove,
        boolean mayEdit,
        boolean maySpend,
        boolean mayReopen,
        boolean mayKeepOnSite,
        boolean mayCorrect,
        @Nullable ServedRealisation realisation,
        List<Option> realisations,
        @Nullable SourceText source) {

    static final String LIST = "/resources/spending";
    static final String QUEUE = LIST + "/queue";

    /**
     * The part that is charged to a line.
     *
     * @param url the record to which the budget belongs
     * @param rates how it was converted; empty if it was not
     */
    public record SplitPart(String line, String title, String url, String amount, String converted, String rates) {}

    /** What the form of an expense is for; its name is the end of the form's address. */
    public enum ExpenseFormUse {
        NEW,
        EDIT,
        CORRECT;

        /** The beginning of its message keys. */
        public String key() {
            return "spending." + word();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The form of an expense.
     *
     * @param attachments of the forwarded mail from which it comes; empty without one
     * @param taxes whether taxes are asked: a part of them comes back at some time
     * @param url of the expense; the list for a new one
     */
    public record ExpenseFormPage(
            Form form,
            List<OptionGroup> lines,
            List<String> currencies,
            int splits,
            List<Option> attachments,
            boolean taxes,
            ExpenseFormUse use,
            String url) {

        public String action() {
            return url + "/" + use.word();
        }

        /** In what shares are written. */
        public List<Option> bases(Words t) {
            return Stream.of(ShareBasis.values())
                    .map(basis -> Option.of(basis, t.say(basis.key())))
                    .toList();
        }

        public boolean corrects() {
            return use == ExpenseFormUse.CORRECT;
        }
    }

    /** The closed batches. */
    public record ExpenseBatchesPage(List<ExpenseBatchItem> items, int accepted, Form form, boolean mayClose) {}

    /**
     * A closed batch; its address lists its expenses.
     *
     * @param journal the address of its journal without the format; {@code null} if the books hold all of it
     */
    public record ExpenseBatchItem(
            String url,
            String title,
            String detail,
            @Nullable String journal) {}

    /** The accountant's queue. */
    public record ExpenseQueuePage(String lead, Form form, List<QueuedExpense> rows, boolean mayReview) {}

    /**
     * An expense in the queue.
     *
     * @param blocks the next deliverable for which it is needed; {@code null} if there is none
     * @param seen its id and version, if it can be accepted; {@code null} otherwise
     */
    public record QueuedExpense(
            String url,
            String what,
            String detail,
            String amount,
            Tone tone,
            String state,
            @Nullable String question,
            @Nullable String answer,
            @Nullable String blocks,
            @Nullable String seen) {}

    static String url(ExpenseId id) {
        return LIST + "/" + id.value();
    }

    public String url() {
        return url(expense.id());
    }

    /**
     * The list of expenses.
     *
     * @param queue how many wait for the accountant, in words; {@code null} if none does
     */
    public record ExpenseListPage(
            ListFrame frame,
            List<ExpenseListItem> items,
            boolean mayRecord,
            boolean mayClaimHours,
            @Nullable String queue) {

        /** Words of the supplier, the number or the note. */
        public static final Field<String> WORDS = Field.text("q", "spending.filter.q", 1_000)
                .optional()
                .formattedBy((value, t) -> t.say("spending.filter.words", value));

        public static final Field<LocalDate> FROM = day("from", "spending.filter.from", "spending.filter.since");
        public static final Field<LocalDate> TO = day("to", "spending.filter.to", "spending.filter.until");
        public static final Field<ExpenseState> STATE = Field.choice(
                        "state", "spending.field.state", List.of(ExpenseState.values()), ExpenseState::key)
                .optional();

        /** The budget, set by a link. */
        static final Field<UUID> BUDGET = Field.id("budget", "spending.filter.budget")
                .optional()
                .formattedBy((value, t) -> t.say("spending.filter.budget"));

        /** The line of a budget, set by a link. */
        static final Field<UUID> LINE = Field.id("line", "spending.filter.line")
                .optional()
                .formattedBy((value, t) -> t.say("spending.filter.line"));

        /** The closed batch, set by a link. */
        static final Field<UUID> BATCH = Field.id("batch", "spending.filter.batch")
                .optional()
                .formattedBy((value, t) -> t.say("spending.filter.batch"));

        private static Field<LocalDate> day(String name, String label, String shown) {
            Field<LocalDate> day = Field.date(name, label).optional();
            return day.formattedBy((value, t) -> t.say(shown, day.words().apply(value, t)));
        }

        /** An expense in the list. */
        public record ExpenseListItem(
                String url, String supplier, String day, String detail, String amount, Tone tone, String state) {}
    }

    /** An expense of a record. */
    public record RecordExpense(String url, String supplier, String detail, String amount, Tone tone, String state) {}

    /**
     * The expenses of a record, on its page.
     *
     * @param add the address of the form of another; {@code null} without the permission
     */
    public record RecordExpensesPart(
            List<RecordExpense> expenses, @Nullable String add) {}
}
