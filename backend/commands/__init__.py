"""The commands. Every failure is one clear line and a non-zero exit."""

import os
import sys

import click
from click.exceptions import Exit, NoArgsIsHelpError

from backend.commands import database, integrators, organizations, running, support, tokens, webhooks
from backend.commands.common import CommandFailed

NAME = "provisioning"
COMPLETE = f"_{NAME.upper()}_COMPLETE"  # where a shell asks how a line could go on

TOPICS: dict[str, list[click.Command]] = {
    "Running": [running.serve, running.worker, running.send_due, running.receive_bounce, running.doctor],
    "Database": [database.migrate, database.seed_demo, database.backup, database.restore, database.copy_database],
    "Organizations": [
        organizations.import_organizations,
        organizations.export_organizations,
        organizations.mail_domain,
    ],
    "Integrators": [
        tokens.create_token,
        tokens.list_tokens,
        tokens.revoke_token,
        webhooks.list_webhooks,
        webhooks.remove_webhook,
        integrators.place_order,
        integrators.place_orders,
        integrators.export_schema,
    ],
    "People": [
        support.add_support,
        support.remove_support,
        support.list_support,
        support.end_sessions,
        support.erase_person,
    ],
}


class _ByTopic(click.Group):
    """Commands, which its help lists by topic."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        width = max(map(len, self.commands))
        for topic, commands in TOPICS.items():
            with formatter.section(topic):
                formatter.write_dl([((command.name or "").ljust(width), command.help or "") for command in commands])


commands = _ByTopic(
    NAME,
    commands=[command for topic in TOPICS.values() for command in topic],
    help="The provisioning wizard of Control Hub.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120, "show_default": True},
    subcommand_metavar="COMMAND …",
)


def main(arguments: list[str] | None = None) -> int:
    """Run a command, which the words behind the program's name are if none is given; the exit code."""
    if asked := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(commands, {}, NAME, COMPLETE, asked)
    try:
        with commands.make_context(NAME, sys.argv[1:] if arguments is None else list(arguments)) as context:
            commands.invoke(context)
    except Exit as left:
        return left.exit_code
    except NoArgsIsHelpError as nothing:
        nothing.show()
        return nothing.exit_code
    except click.UsageError as wrong:
        command = wrong.ctx.command_path if wrong.ctx else NAME
        return _fail(" ".join(f"{wrong.format_message()} See {command} --help.".split()), wrong.exit_code)
    except CommandFailed as failed:
        return _fail(str(failed), failed.code)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0
    except Exception as error:
        import logging

        if logging.getLogger().isEnabledFor(logging.DEBUG):
            raise
        return _fail(f"{type(error).__name__}: {error}".splitlines()[0])
    return 0


def _fail(message: str, code: int = 1) -> int:
    print(f"{NAME}: {message}", file=sys.stderr)
    return code
