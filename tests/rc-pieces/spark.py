# SPDX-License-Identifier: ISC
"""Stands in for PySpark: runs a script with an `sc` that has what rc-pieces(7) uses, and does with it what Spark's manual says."""
import os
import shlex
import subprocess
import sys
import zlib


class RDD:
    def __init__(self, parts):
        self.parts = parts

    def map(self, function):
        return RDD([[function(item) for item in part] for part in self.parts])

    def values(self):
        return self.map(lambda pair: pair[1])

    def repartitionAndSortWithinPartitions(self, number):
        parts = [[] for _ in range(number)]
        for part in reversed(self.parts):
            for key, value in reversed(part):
                parts[zlib.crc32(key.encode()) % number].append((key, value))
        return RDD([sorted(part, key=lambda pair: pair[0]) for part in parts])

    def pipe(self, command, env=None, checkCode=False):
        """The command is split as a shell would, but no shell runs it; each item is a line, each line it writes is an item."""
        return RDD([self.piped(shlex.split(command), part, checkCode) for part in self.parts])

    @staticmethod
    def piped(words, part, check):
        text = "".join(item.rstrip("\n") + "\n" for item in part)
        done = subprocess.run(words, input=text.encode(), stdout=subprocess.PIPE, check=check)
        return done.stdout.decode().split("\n")[:-1]

    def saveAsTextFile(self, folder):
        os.mkdir(folder)
        for number, part in enumerate(self.parts):
            with open(f"{folder}/part-{number:05}", "w", encoding="utf-8", newline="") as file:
                file.writelines(item + "\n" for item in part)


class Context:
    @staticmethod
    def textFile(name):
        """Lines end as Hadoop ends them: at a line feed, a carriage return, or both."""
        with open(name, encoding="utf-8") as file:
            lines = [line[:-1] for line in file]
        return RDD([lines[:1000], lines[1000:]])


with open(sys.argv[1], encoding="utf-8") as script:
    exec(script.read(), {"sc": Context})
