#!/bin/sh
# Starts a Slurm of its own on the loopback: one controller and two nodes of this machine's cores, as root.
#   site.sh start FOLDER MAX_JOBS   everything is below FOLDER; FOLDER/slurm.conf is for SLURM_CONF
#   site.sh node FOLDER NAME        starts a node's slurmd again
#   site.sh controller FOLDER       starts slurmctld again
#   site.sh stop FOLDER             ends what it started, by process id
set -eu
what=$1
folder=$2
PATH=$PATH:/usr/sbin:/sbin

runs() { # NUMBER
  tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline" | grep -qF "$folder"
}

# What a daemon writes at its end comes before this returns.
ended() { # PID_FILE
  # A daemon that was killed leaves its file; its number may be another's by now.
  pid=$(cat "$1" 2>/dev/null) || return 0
  for tenth in $(seq 100); do
    runs "$pid" || return 0
    [ "$tenth" -gt 1 ] || kill "$pid" 2>/dev/null || :
    sleep 0.1
  done
  echo "$1: process $pid does not end" >&2
  kill -9 "$pid" 2>/dev/null || :
}

case $what in
  start)
    host=$(uname -n | sed 's/[.].*//')
    mkdir -p "$folder/munge" "$folder/state" "$folder/spool"
    chmod 755 "$folder" "$folder/munge"
    head -c 1024 /dev/urandom >"$folder/munge/key"
    chmod 400 "$folder/munge/key"
    munged --force --key-file="$folder/munge/key" --socket="$folder/munge/socket" --pid-file="$folder/munge/pid" \
      --log-file="$folder/munge/log" --seed-file="$folder/munge/seed"
    port=$((20000 + $$ % 10000))
    cat >"$folder/slurm.conf" <<CONF
ClusterName=loopback
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CryptoType=crypto/munge
AuthInfo=socket=$folder/munge/socket
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool/%n
SlurmctldPidFile=$folder/controller.pid
SlurmdPidFile=$folder/%n.pid
SlurmctldLogFile=$folder/controller.log
SlurmdLogFile=$folder/%n.log
SlurmctldPort=$port
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
ReturnToService=2
SlurmdTimeout=20
MinJobAge=30
MaxJobCount=$3
SchedulerParameters=sched_interval=1,batch_sched_delay=0,sched_min_interval=0,bf_interval=1
NodeName=n[1-2] NodeHostname=$host NodeAddr=127.0.0.1 Port=[$((port + 1))-$((port + 2))] CPUs=2 RealMemory=4000 State=UNKNOWN
PartitionName=work Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
    slurmctld -f "$folder/slurm.conf"
    for node in n1 n2; do
      slurmd -f "$folder/slurm.conf" -N "$node"
    done
    export SLURM_CONF="$folder/slurm.conf"
    for second in $(seq 30); do
      [ "$(sinfo -h -o %t 2>/dev/null | sort -u)" = idle ] && exit 0
      sleep 1
    done
    echo "the nodes are not idle after $second seconds" >&2
    exit 1
    ;;
  node)
    slurmd -f "$folder/slurm.conf" -N "$3"
    ;;
  controller)
    slurmctld -f "$folder/slurm.conf"
    ;;
  stop)
    SLURM_CONF="$folder/slurm.conf" scancel --user="$(id -un)" 2>/dev/null || :
    sleep 1
    for file in "$folder"/n1.pid "$folder"/n2.pid "$folder/controller.pid"; do
      ended "$file"
    done
    ended "$folder/munge/pid"
    ;;
esac
