package org.convergence.plan.realisation.web;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RecordingDraftSource;
import org.convergence.plan.realisation.RecordingDraftSource.DraftValues;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The drafts of other modules, by the key in a form: {@code plan.mailbox/<id>}. */
@Component
class RecordingDrafts {

    static final String FIELD = "draft";

    private final Map<String, RecordingDraftSource> byKind;

    RecordingDrafts(ObjectProvider<RecordingDraftSource> contributed) {
        this.byKind = contributed.stream()
                .collect(Collectors.toUnmodifiableMap(RecordingDraftSource::kind, Function.identity()));
    }

    /**
     * The first values of the form.
     *
     * @throws NotFound if there is no such draft, or the actor may not use it
     */
    DraftValues findValues(String word) {
        return owner(word).flatMap(it -> source(it).find(it.id())).orElseThrow(() -> new NotFound("draft"));
    }

    /** Whether a file belongs to the form's draft, which releases it once the form is saved. */
    boolean isOwnedByDraft(Form form, @Nullable DocumentOwner owner) {
        return owner != null && owner(form.value(FIELD)).filter(owner::equals).isPresent();
    }

    /** Tells the form's draft that it was recorded; does nothing without a draft. */
    void recorded(Form form, RealisationId realisation) {
        owner(form.value(FIELD)).ifPresent(it -> source(it).recorded(it.id(), realisation));
    }

    private RecordingDraftSource source(DocumentOwner it) {
        return Objects.requireNonNull(byKind.get(it.kind()));
    }

    private Optional<DocumentOwner> owner(String word) {
        int slash = word.indexOf('/');
        if (slash < 0 || !byKind.containsKey(word.substring(0, slash))) {
            return Optional.empty();
        }
        return TextParser.id(word.substring(slash + 1)).map(id -> new DocumentOwner(word.substring(0, slash), id));
    }
}
