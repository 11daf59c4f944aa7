/**
 * The embedded PostgreSQL server: unpacked, started, watched and stopped under the data directory, durable, on loopback
 * only, with passwords.
 */
@NullMarked
package org.convergence.platform.database.embedded;

import org.jspecify.annotations.NullMarked;
