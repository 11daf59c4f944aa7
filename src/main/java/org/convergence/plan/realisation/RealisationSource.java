package org.convergence.plan.realisation;

import org.jspecify.annotations.Nullable;

/**
 * The item of another module from which a realisation comes; it identifies the realisation in later calls.
 *
 * @param module for instance {@code education.workshop}
 * @param kind kind of the item, for instance {@code session}
 * @param id id of the item
 * @param url internal address at which it is shown and changed, {@code null} if there is none
 */
public record RealisationSource(
        String module, String kind, String id, @Nullable String url) {

    public RealisationSource {
        if (module.isBlank() || kind.isBlank() || id.isBlank() || module.length() + kind.length() + id.length() > 300) {
            throw new IllegalArgumentException("a source has a short module, kind and id");
        }
        if (url != null && (!url.startsWith("/") || url.startsWith("//"))) {
            throw new IllegalArgumentException("a source has an address within the application");
        }
    }
}
