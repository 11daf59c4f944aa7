/** How the application reaches its database: pool, migrations, transactions that say who acts, conversions. */
@NullMarked
package org.convergence.platform.database.connection;

import org.jspecify.annotations.NullMarked;
