#ifndef HUYING_SQLITE_GUARD_H
#define HUYING_SQLITE_GUARD_H

/// Forbids a connection whatever a file that comes from elsewhere could misuse: triggers, functions
/// and virtual tables in its schema, and statements that damage a file on purpose. SQLite's own
/// function for it takes a variable number of arguments, which Swift cannot call.
///
/// @param connection a `sqlite3 *`.
/// @return SQLite's result code.
int huying_guard_connection(void *connection);

#endif
