/**
 * The server that Convergence brings along: unpacked, started, guarded and stopped under the data directory, durable,
 * on loopback only, with passwords.
 */
@NullMarked
package org.convergence.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
