/**
 * Pages that work without network: a service worker keeps one page, entries wait encrypted in the browser, and leave it
 * once the server has acknowledged them. What a lost telephone holds cannot be read on it: it is encrypted with a public
 * key, whose private key stays here. Main words: envelope, acknowledgement. A module says what its envelopes hold ({@code
 * cooperation.fieldwork}); the browser's part is {@code js/offline.js} and {@code js/offline-worker.js}.
 */
@ApplicationModule(
        displayName = "Offline pages",
        allowedDependencies = {"platform.keys", "platform.shell"})
@NullMarked
package org.convergence.platform.offline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
