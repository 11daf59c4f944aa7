package org.convergence.plan.realisation;

import org.jspecify.annotations.Nullable;

/**
 * Where a realisation comes from: a thing of another module, by which it is recognised when it is told again.
 *
 * @param module for instance {@code education.workshop}
 * @param kind the kind of thing there, for instance {@code session}
 * @param id its id there
 * @param url address of ours at which it is shown and changed, {@code null} where there is none
 */
public record Source(
        String module, String kind, String id, @Nullable String url) {

    public Source {
        if (module.isBlank() || kind.isBlank() || id.isBlank() || module.length() + kind.length() + id.length() > 300) {
            throw new IllegalArgumentException("a source has a module, a kind and an id, short ones");
        }
        if (url != null && (!url.startsWith("/") || url.startsWith("//"))) {
            throw new IllegalArgumentException("a source is shown at an address of ours");
        }
    }
}
