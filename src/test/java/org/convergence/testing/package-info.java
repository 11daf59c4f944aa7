/** The infrastructure of tests: one database server per run, a fresh database for each test class. */
@NullMarked
package org.convergence.testing;

import org.jspecify.annotations.NullMarked;
